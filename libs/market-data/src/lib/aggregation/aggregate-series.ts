import type { CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS, barOpen } from '@org/domain';
import { blankSeries, sliceSeries } from '../series/candle-columns.ts';
import { requireHigher } from './higher-interval.ts';

/**
 * The whole of a series as bars of a higher interval: the same bars, to the last bit, that `aggregateCursor` gives one
 * after the other.
 *
 * @throws InputError `interval-not-multiple` when `interval` is no multiple of the series' own.
 */
export function aggregateSeries(series: CandleSeries, interval: Interval): CandleSeries {
  requireHigher(series.interval, interval);
  const { openTime, open, high, low, close, volume } = series;
  const bars = openTime.length;
  const lastClose = bars === 0 ? -Infinity : openTime[bars - 1]! + INTERVAL_MS[series.interval];
  const length = INTERVAL_MS[interval];
  const out = blankSeries({ symbol: series.symbol, interval }, mostBuckets(openTime, length));

  let count = 0;
  let index = startOfWholeBuckets(openTime, interval);
  while (index < bars) {
    const bucket = barOpen(openTime[index]!, interval);
    const end = bucket + length;
    if (end > lastClose) break;
    let top = high[index]!;
    let bottom = low[index]!;
    let traded = volume[index]!;
    out.openTime[count] = bucket;
    out.open[count] = open[index]!;
    for (index++; index < bars && openTime[index]! < end; index++) {
      if (high[index]! > top) top = high[index]!;
      if (low[index]! < bottom) bottom = low[index]!;
      traded += volume[index]!;
    }
    out.high[count] = top;
    out.low[count] = bottom;
    out.close[count] = close[index - 1]!;
    out.volume[count] = traded;
    count++;
  }
  return sliceSeries(out, 0, count);
}

function startOfWholeBuckets(openTime: Float64Array, interval: Interval): number {
  const first = openTime[0];
  if (first === undefined) return 0;
  const bucket = barOpen(first, interval);
  if (bucket === first) return 0;
  const next = openTime.findIndex((time) => time >= bucket + INTERVAL_MS[interval]);
  return next === -1 ? openTime.length : next;
}

function mostBuckets(openTime: Float64Array, length: number): number {
  const bars = openTime.length;
  if (bars === 0) return 0;
  return Math.min(bars, Math.ceil((openTime[bars - 1]! - openTime[0]!) / length) + 1);
}
