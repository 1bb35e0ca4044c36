import { Memory } from '../../indicator/memory.ts';
import { Exponential, Weights } from '../../smoothing/exponential.ts';

/** Bars of the three averages. */
export interface MacdPeriods {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

/** The three averages of the stream, as far as they have come. */
interface Averages {
  readonly fast: Exponential;
  readonly slow: Exponential;
  readonly signal: Exponential;
}

/**
 * All three lines of a column; false when a value was not finite. It begins with the steps of the stream, and then goes
 * two bars at a time like the averages themselves.
 */
export function macdBatch(
  periods: MacdPeriods,
  values: Float64Array,
  line: Float64Array,
  signalLine: Float64Array,
  histogram: Float64Array,
): boolean {
  const { length } = values;
  const begun = Math.min(length, periods.slow + periods.signal);
  const memory = new Memory();
  const fast = new Exponential(memory, periods.fast);
  const slow = new Exponential(memory, periods.slow);
  const signal = new Exponential(memory, periods.signal);
  memory.beginPass();
  for (let i = 0; i < begun; i += 1) {
    const value = values[i]!;
    const difference = (i < periods.slow - periods.fast ? NaN : fast.next(value)) - slow.next(value);
    const average = signal.next(difference);
    line[i] = difference + (average - average);
    signalLine[i] = average;
    histogram[i] = difference - average;
  }
  if (slow.seen < Math.min(begun, periods.slow + 1)) return false;
  return follow({ fast, slow, signal }, periods, values, line, signalLine, histogram);
}

function follow(
  averages: Averages,
  periods: MacdPeriods,
  values: Float64Array,
  line: Float64Array,
  signalLine: Float64Array,
  histogram: Float64Array,
): boolean {
  const [fast, slow, signal] = [
    new Weights(periods.fast),
    new Weights(periods.slow),
    new Weights(periods.signal),
  ];
  const { length } = values;
  let { before: fastBefore, average: fastAverage, last } = averages.fast;
  let { before: slowBefore, average: slowAverage } = averages.slow;
  let { before, average, last: lastDifference } = averages.signal;
  for (let i = periods.slow + periods.signal; i < length; i += 2) {
    const middle = values[i]!;
    const come = last - middle;
    fastBefore += (middle + come * fast.share - fastBefore) * fast.ofBoth;
    slowBefore += (middle + come * slow.share - slowBefore) * slow.ofBoth;
    const difference = fastBefore - slowBefore;
    before += (difference + (lastDifference - difference) * signal.share - before) * signal.ofBoth;
    line[i] = difference + 0;
    signalLine[i] = before;
    histogram[i] = difference - before;
    if (i + 1 === length) break;
    const value = values[i + 1]!;
    const gone = middle - value;
    fastAverage += (value + gone * fast.share - fastAverage) * fast.ofBoth;
    slowAverage += (value + gone * slow.share - slowAverage) * slow.ofBoth;
    lastDifference = fastAverage - slowAverage;
    average += (lastDifference + (difference - lastDifference) * signal.share - average) * signal.ofBoth;
    line[i + 1] = lastDifference + 0;
    signalLine[i + 1] = average;
    histogram[i + 1] = lastDifference - average;
    last = value;
  }
  return before - before + (average - average) === 0;
}
