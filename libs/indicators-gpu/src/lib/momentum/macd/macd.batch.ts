import { Memory } from '../../indicator/memory.ts';
import { Exponential, Weights } from '../../smoothing/exponential.ts';
import { endOfBlock } from '../../window/blocks.ts';
import { sumOfNothing } from '../../window/finite.ts';

/** Bars of the three averages. */
export interface MacdPeriods {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

/** Where the three averages stand: at this bar, at the one before, and the value that each has taken last. */
interface Stand {
  fast: number;
  fastBefore: number;
  slow: number;
  slowBefore: number;
  value: number;
  signal: number;
  signalBefore: number;
  difference: number;
}

/**
 * All three lines of a column; false when a value was not finite. It begins with the steps of the stream, as many that an
 * even number of bars is left, and then goes two bars at a time like the averages themselves.
 */
export function macdBatch(
  periods: MacdPeriods,
  values: Float64Array,
  line: Float64Array,
  signalLine: Float64Array,
  histogram: Float64Array,
): boolean {
  const { length } = values;
  const warm = periods.slow + periods.signal;
  const begun = Math.min(length, warm + (Math.abs(length - warm) % 2));
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
  // An average passes over the holes before its first value: it would go on as if they had not been.
  if (sumOfNothing(values.subarray(0, begun)) !== 0) return false;
  const stand = {
    fast: fast.average,
    fastBefore: fast.before,
    slow: slow.average,
    slowBefore: slow.before,
    value: slow.last,
    signal: signal.average,
    signalBefore: signal.before,
    difference: signal.last,
  };
  for (let from = begun; from < length;) {
    const to = endOfBlock(from, begun, length);
    goByPairs(stand, periods, values, line, signalLine, histogram, from, to);
    from = to;
  }
  return stand.signalBefore - stand.signalBefore + (stand.signal - stand.signal) === 0;
}

/** All three lines from one bar to another, two bars a turn: each average goes on from where it stood two bars ago. */
function goByPairs(
  stand: Stand,
  periods: MacdPeriods,
  values: Float64Array,
  line: Float64Array,
  signalLine: Float64Array,
  histogram: Float64Array,
  from: number,
  to: number,
): void {
  const { share: fastShare, ofBoth: fastOfBoth } = new Weights(periods.fast);
  const { share: slowShare, ofBoth: slowOfBoth } = new Weights(periods.slow);
  const { share: signalShare, ofBoth: signalOfBoth } = new Weights(periods.signal);
  let { fast, fastBefore, slow, slowBefore, value, signal, signalBefore, difference } = stand;
  const end = to | 0;
  for (let i = from | 0; i < end; i += 2) {
    const middle = values[i]!;
    const come = value - middle;
    fastBefore += (middle + come * fastShare - fastBefore) * fastOfBoth;
    slowBefore += (middle + come * slowShare - slowBefore) * slowOfBoth;
    const first = fastBefore - slowBefore;
    signalBefore += (first + (difference - first) * signalShare - signalBefore) * signalOfBoth;
    line[i] = first;
    signalLine[i] = signalBefore;
    histogram[i] = first - signalBefore;
    value = values[i + 1]!;
    const gone = middle - value;
    fast += (value + gone * fastShare - fast) * fastOfBoth;
    slow += (value + gone * slowShare - slow) * slowOfBoth;
    difference = fast - slow;
    signal += (difference + (first - difference) * signalShare - signal) * signalOfBoth;
    line[i + 1] = difference;
    signalLine[i + 1] = signal;
    histogram[i + 1] = difference - signal;
  }
  stand.fast = fast;
  stand.fastBefore = fastBefore;
  stand.slow = slow;
  stand.slowBefore = slowBefore;
  stand.value = value;
  stand.signal = signal;
  stand.signalBefore = signalBefore;
  stand.difference = difference;
}
