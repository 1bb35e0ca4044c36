/** All values of the index for a column, two a turn; false when a value was not finite. */
export function rsiBatch(period: number, values: Float64Array, out: Float64Array): boolean {
  const { length } = values;
  out.fill(NaN, 0, period);
  if (length <= period) return true;
  const keep = (period - 1) / period;
  const halfShare = 0.5 / period;
  let last = values[0]!;
  let gain = 0;
  let loss = 0;
  for (let i = 1; i <= period; i += 1) {
    const value = values[i]!;
    const change = value - last;
    const size = Math.abs(change);
    gain += (size + change) * halfShare;
    loss += (size - change) * halfShare;
    last = value;
  }
  out[period] = gain + loss === 0 ? 0 : (gain / (gain + loss)) * 100;
  let i = period + 1;
  for (const end = length - 1; i < end; i += 2) {
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
    const moved = gain + loss;
    out[i] = firstMoved === 0 ? 0 : (firstGain / firstMoved) * 100;
    out[i + 1] = moved === 0 ? 0 : (gain / moved) * 100;
    last = value;
  }
  if (i < length) {
    const change = values[i]! - last;
    const size = Math.abs(change);
    gain = gain * keep + (size + change) * halfShare;
    loss = loss * keep + (size - change) * halfShare;
    out[i] = gain + loss === 0 ? 0 : (gain / (gain + loss)) * 100;
  }
  return gain - gain + (loss - loss) === 0;
}
