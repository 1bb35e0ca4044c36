/**
 * Zero where all values are finite, else NaN. Four sums take turns, because one would have to wait for itself.
 */
export function sumOfNothing(values: Float64Array): number {
  const whole = values.length - (values.length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += values[i]! * 0;
    b += values[i + 1]! * 0;
    c += values[i + 2]! * 0;
    d += values[i + 3]! * 0;
  }
  for (let i = whole; i < values.length; i += 1) a += values[i]! * 0;
  return a + b + (c + d);
}
