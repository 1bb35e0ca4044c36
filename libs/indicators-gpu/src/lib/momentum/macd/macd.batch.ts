import { Memory } from '../../indicator/memory.ts';
import { Exponential, Weights } from '../../smoothing/exponential.ts';
import { endOfBlock } from '../../window/blocks.ts';

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
 * All three lines of a column; false when a value was not finite. It begins with the steps of the stream, and then goes
 * two bars at a time like the averages themselves. The signal follows in a loop of its own, because an engine has not
 * registers enough for three averages; block by block, so that the differences are still near when it is made of them.
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
    differences(stand, periods, values, line, from, to);
    signals(stand, periods, line, signalLine, histogram, from, to);
    from = to;
  }
  return stand.signalBefore - stand.signalBefore + (stand.signal - stand.signal) === 0;
}

/** The differences of the fast and the slow average. */
function differences(
  stand: Stand,
  periods: MacdPeriods,
  values: Float64Array,
  line: Float64Array,
  from: number,
  to: number,
): void {
  const { share: fastShare, ofBoth: fastOfBoth } = new Weights(periods.fast);
  const { share: slowShare, ofBoth: slowOfBoth } = new Weights(periods.slow);
  let { fast, fastBefore, slow, slowBefore, value } = stand;
  let i = from | 0;
  for (const end = (to - 1) | 0; i < end; i += 2) {
    const middle = values[i]!;
    const next = values[i + 1]!;
    const come = value - middle;
    const gone = middle - next;
    fastBefore += (middle + come * fastShare - fastBefore) * fastOfBoth;
    slowBefore += (middle + come * slowShare - slowBefore) * slowOfBoth;
    line[i] = fastBefore - slowBefore + 0;
    fast += (next + gone * fastShare - fast) * fastOfBoth;
    slow += (next + gone * slowShare - slow) * slowOfBoth;
    line[i + 1] = fast - slow + 0;
    value = next;
  }
  if (i < to) {
    const middle = values[i]!;
    fastBefore += (middle + (value - middle) * fastShare - fastBefore) * fastOfBoth;
    slowBefore += (middle + (value - middle) * slowShare - slowBefore) * slowOfBoth;
    line[i] = fastBefore - slowBefore + 0;
  }
  stand.fast = fast;
  stand.fastBefore = fastBefore;
  stand.slow = slow;
  stand.slowBefore = slowBefore;
  stand.value = value;
}

/** The average of the differences, and how far they are from it. */
function signals(
  stand: Stand,
  { signal: period }: MacdPeriods,
  line: Float64Array,
  signalLine: Float64Array,
  histogram: Float64Array,
  from: number,
  to: number,
): void {
  const { share, ofBoth } = new Weights(period);
  let { signal, signalBefore, difference } = stand;
  let i = from | 0;
  for (const end = (to - 1) | 0; i < end; i += 2) {
    const middle = line[i]!;
    const next = line[i + 1]!;
    signalBefore += (middle + (difference - middle) * share - signalBefore) * ofBoth;
    signalLine[i] = signalBefore;
    histogram[i] = middle - signalBefore;
    signal += (next + (middle - next) * share - signal) * ofBoth;
    signalLine[i + 1] = signal;
    histogram[i + 1] = next - signal;
    difference = next;
  }
  if (i < to) {
    const middle = line[i]!;
    signalBefore += (middle + (difference - middle) * share - signalBefore) * ofBoth;
    signalLine[i] = signalBefore;
    histogram[i] = middle - signalBefore;
  }
  stand.signal = signal;
  stand.signalBefore = signalBefore;
  stand.difference = difference;
}
