/** All average true ranges; false when a value was not finite. */
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
  const keep = (period - 1) / period;
  const share = 1 / period;
  let last = close[0]!;
  let average = high[0]! * 0 + low[0]! * 0;
  for (let i = 1; i <= period; i += 1) {
    const above = last - high[i]!;
    const below = low[i]! - last;
    average += high[i]! - low[i]! + (Math.abs(above) + above + (Math.abs(below) + below)) * 0.5;
    last = close[i]!;
  }
  average /= period;
  out[period] = average;
  for (let i = period + 1; i < length; i += 1) {
    const top = high[i]!;
    const bottom = low[i]!;
    const above = last - top;
    const below = bottom - last;
    const range = top - bottom + (Math.abs(above) + above + (Math.abs(below) + below)) * 0.5;
    average = average * keep + range * share;
    last = close[i]!;
    out[i] = average;
  }
  return average - average + (last - last) === 0;
}
