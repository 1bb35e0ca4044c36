import { Memory } from '../../indicator/memory.ts';
import { Exponential, Weights } from '../../smoothing/exponential.ts';

/**
 * All exponential averages of a column; false when a value was not finite. It begins with the steps of the stream, and then
 * goes two bars at a time: each goes on from where it stood two bars ago, so neither has to wait for the other.
 */
export function emaBatch(period: number, values: Float64Array, out: Float64Array): boolean {
  const { length } = values;
  const begun = Math.min(length, period + 1);
  const memory = new Memory();
  const stream = new Exponential(memory, period);
  memory.beginPass();
  for (let at = 0; at < begun; at += 1) out[at] = stream.next(values[at]!);
  if (stream.seen < begun) return false;
  const { ofBoth, share } = new Weights(period);
  let { before, average, last } = stream;
  let i = begun;
  for (; i + 1 < length; i += 2) {
    const middle = values[i]!;
    const value = values[i + 1]!;
    before += (middle + (last - middle) * share - before) * ofBoth;
    average += (value + (middle - value) * share - average) * ofBoth;
    out[i] = before;
    out[i + 1] = average;
    last = value;
  }
  if (i < length) {
    const value = values[i]!;
    before += (value + (last - value) * share - before) * ofBoth;
    out[i] = before;
  }
  return before - before + (average - average) === 0;
}
