const SQRT_HALF = Math.SQRT1_2;
const FAR = 2 ** -16;

/**
 * The natural logarithm of `x` in (0, 1], from additions, multiplications and divisions alone. `Math.log` may differ in
 * its last bit between engines, and a market made from a seed must be the same everywhere.
 *
 * ln x = 2·artanh((m − 1) / (m + 1)) − k·ln 2, with x = m·2^(−k) and m in [√½, √2); the series of artanh to the 15th power
 * is off by less than 1e-13.
 */
export function naturalLog(x: number): number {
  let m = x;
  let k = 0;
  for (; m < FAR; k += 16) m *= 65_536;
  for (; m < SQRT_HALF; k++) m *= 2;
  const s = (m - 1) / (m + 1);
  const q = s * s;
  const series =
    1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q / 15))))));
  return 2 * s * series - k * Math.LN2;
}
