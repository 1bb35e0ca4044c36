import { weightOf } from '../../smoothing/exponential.ts';

/** Bars of the three averages. */
export interface MacdPeriods {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

/** All three lines of a column; false when a value was not finite. */
export function macdBatch(
  periods: MacdPeriods,
  values: Float64Array,
  line: Float64Array,
  signalLine: Float64Array,
  histogram: Float64Array,
): boolean {
  const { fast, slow, signal } = periods;
  const { length } = values;
  const warm = slow + signal - 2;
  for (const out of [line, signalLine, histogram]) out.fill(NaN, 0, warm);
  if (length <= warm) return true;
  const fastWeight = weightOf(fast);
  const slowWeight = weightOf(slow);
  const signalWeight = weightOf(signal);
  let fastAverage = meanOf(values, slow - fast, slow);
  let slowAverage = meanOf(values, 0, slow);
  let average = fastAverage - slowAverage;
  for (let i = slow; i <= warm; i += 1) {
    const value = values[i]!;
    fastAverage += (value - fastAverage) * fastWeight;
    slowAverage += (value - slowAverage) * slowWeight;
    average += fastAverage - slowAverage;
  }
  average /= signal;
  line[warm] = fastAverage - slowAverage + 0;
  signalLine[warm] = average;
  histogram[warm] = fastAverage - slowAverage - average;
  for (let i = warm + 1; i < length; i += 1) {
    const value = values[i]!;
    fastAverage += (value - fastAverage) * fastWeight;
    slowAverage += (value - slowAverage) * slowWeight;
    const difference = fastAverage - slowAverage;
    average += (difference - average) * signalWeight;
    line[i] = difference + 0;
    signalLine[i] = average;
    histogram[i] = difference - average;
  }
  return average - average === 0;
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i]!;
  return sum / (to - from);
}
