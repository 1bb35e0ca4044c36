import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
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
