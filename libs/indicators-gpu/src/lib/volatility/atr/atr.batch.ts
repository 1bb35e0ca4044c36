import { WilderShares } from '../../smoothing/wilder.ts';
import { trueRangeOf } from '../true-range.ts';

/**
 * All average true ranges; false when a value was not finite. They are made two bars at a time: each goes on from where
 * the average stood two bars ago, so neither has to wait for the other.
 */
export function atrBatch(
  period: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  out: Float64Array,
): boolean {
  const { length } = close;
  out.fill(NaN, 0, period);
  if (length <= period) return true;
  const { kept, older, newest } = new WilderShares(period);
  let before = high[0]! * 0 + low[0]! * 0;
  for (let i = 1; i <= period; i += 1) before += trueRangeOf(high[i]!, low[i]!, close[i - 1]!);
  before /= period;
  out[period] = before;
  let average = before;
  let last = close[period]!;
  let range = 0;
  let i = period + 1;
  if (i < length) {
    range = trueRangeOf(high[i]!, low[i]!, last);
    average += (range - average) * newest;
    out[i] = average;
    last = close[i]!;
    i += 1;
  }
  for (; i + 1 < length; i += 2) {
    const middle = close[i]!;
    const earlier = trueRangeOf(high[i]!, low[i]!, last);
    before = before * kept + (range * older + earlier * newest);
    out[i] = before;
    last = close[i + 1]!;
    range = trueRangeOf(high[i + 1]!, low[i + 1]!, middle);
    average = average * kept + (earlier * older + range * newest);
    out[i + 1] = average;
  }
  if (i < length) {
    before = before * kept + (range * older + trueRangeOf(high[i]!, low[i]!, last) * newest);
    out[i] = before;
    last = close[i]!;
  }
  return before - before + (average - average) + (last - last) === 0;
}
