/** All values of the index for a column; false when a value was not finite. */
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
  for (let i = period + 1; i < length; i += 1) {
    const value = values[i]!;
    const change = value - last;
    const size = Math.abs(change);
    gain = gain * keep + (size + change) * halfShare;
    loss = loss * keep + (size - change) * halfShare;
    last = value;
    const moved = gain + loss;
    out[i] = moved === 0 ? 0 : (gain / moved) * 100;
  }
  return gain - gain + (loss - loss) === 0;
}
