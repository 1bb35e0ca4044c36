import { endOfBlock } from '../../window/blocks.ts';

/** The averages of rises and falls. */
interface Moved {
  gain: number;
  loss: number;
}

/** All values of the index for a column; false when a value was not finite. */
export function rsiBatch(period: number, values: Float64Array, out: Float64Array): boolean {
  const { length } = values;
  out.fill(NaN, 0, period);
  if (length <= period) return true;
  const keep = (period - 1) / period;
  const halfShare = 0.5 / period;
  const moved = { gain: 0, loss: 0 };
  for (let i = 1; i <= period; i += 1) take(moved, 1, halfShare, values, i);
  out[period] = strengthOf(moved);
  const start = period + 1;
  for (let from = start; from < length;) {
    const to = endOfBlock(from, start, length);
    const whole = to - ((to - from) % 2);
    goByTwos(moved, period, values, out, from, whole);
    if (whole < to) {
      take(moved, keep, halfShare, values, whole);
      out[whole] = strengthOf(moved);
    }
    from = to;
  }
  const { gain, loss } = moved;
  return gain - gain + (loss - loss) === 0;
}

/** Adds the change at a bar to what is kept of those before. */
function take(moved: Moved, keep: number, halfShare: number, values: Float64Array, i: number): void {
  const change = values[i]! - values[i - 1]!;
  const size = Math.abs(change);
  moved.gain = moved.gain * keep + (size + change) * halfShare;
  moved.loss = moved.loss * keep + (size - change) * halfShare;
}

const strengthOf = ({ gain, loss }: Moved): number => (gain + loss === 0 ? 0 : (gain / (gain + loss)) * 100);

/** Two bars a turn, in a function of its own: see `endOfBlock`. */
function goByTwos(
  moved: Moved,
  period: number,
  values: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
): void {
  const keep = (period - 1) / period;
  const halfShare = 0.5 / period;
  let { gain, loss } = moved;
  let last = values[from - 1]!;
  const end = to | 0;
  for (let i = from | 0; i < end; i += 2) {
    const middle = values[i]!;
    const value = values[i + 1]!;
    const first = middle - last;
    const second = value - middle;
    const firstSize = Math.abs(first);
    const secondSize = Math.abs(second);
    const firstGain = gain * keep + (firstSize + first) * halfShare;
    const firstLoss = loss * keep + (firstSize - first) * halfShare;
    gain = firstGain * keep + (secondSize + second) * halfShare;
    loss = firstLoss * keep + (secondSize - second) * halfShare;
    const firstMoved = firstGain + firstLoss;
    const bothMoved = gain + loss;
    out[i] = firstMoved === 0 ? 0 : (firstGain / firstMoved) * 100;
    out[i + 1] = bothMoved === 0 ? 0 : (gain / bothMoved) * 100;
    last = value;
  }
  moved.gain = gain;
  moved.loss = loss;
}
