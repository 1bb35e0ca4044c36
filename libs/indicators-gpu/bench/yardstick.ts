/**
 * The measure of the machine: a simple average over 20 bars by a plain running sum, as one would write it down first.
 * Absolute targets hold where it takes 1.0 ms for 1,000,000 bars.
 */
export function yardstick(values: Float64Array, out: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < 20; i += 1) sum += values[i]!;
  out[19] = sum / 20;
  for (let i = 20; i < values.length; i += 1) {
    sum += values[i]! - values[i - 20]!;
    out[i] = sum / 20;
  }
}
