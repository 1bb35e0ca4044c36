import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS, barOpen } from '@org/domain';
import type { Stretch } from './stretches.ts';

/** The stretches of bars that are missing between two bars of the series. */
export function findGaps({ openTime, interval }: CandleSeries): readonly Stretch[] {
  const length = INTERVAL_MS[interval];
  const gaps: Stretch[] = [];
  for (let bar = 1; bar < openTime.length; bar++) {
    const expected = openTime[bar - 1]! + length;
    const missing = (openTime[bar]! - expected) / length;
    if (missing > 0) gaps.push({ openTime: expected, bars: missing });
  }
  return gaps;
}

/** The stretches in `[fromMs, toMs)` where bars should open and none are, those at either end among them. */
export function gapsWithin(series: CandleSeries, fromMs: number, toMs: number): readonly Stretch[] {
  const { openTime, interval } = series;
  const length = INTERVAL_MS[interval];
  const open = barOpen(fromMs, interval);
  const first = open < fromMs ? open + length : open;
  const gap = (from: number, to: number): readonly Stretch[] =>
    from < to ? [{ openTime: from, bars: Math.ceil((to - from) / length) }] : [];
  const last = openTime.at(-1);
  if (last === undefined) return gap(first, toMs);
  return [...gap(first, openTime[0]!), ...findGaps(series), ...gap(last + length, toMs)];
}
