import { weightOf } from '../../smoothing/exponential.ts';

/** All exponential averages of a column; false when a value was not finite. */
export function emaBatch(period: number, values: Float64Array, out: Float64Array): boolean {
  const { length } = values;
  out.fill(NaN, 0, period - 1);
  if (length < period) return true;
  const weight = weightOf(period);
  let average = 0;
  for (let i = 0; i < period; i += 1) average += values[i]!;
  average /= period;
  out[period - 1] = average;
  for (let i = period; i < length; i += 1) {
    average += (values[i]! - average) * weight;
    out[i] = average;
  }
  return average - average === 0;
}
