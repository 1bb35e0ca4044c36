/** The first 29 bits of ln 2, and the rest. */
const HIGH_LN2 = 0x162e42fe / 2 ** 29;
const LOW_LN2 = 1.8206359985041462e-9;
const DEGREE = 14;

/**
 * e to the power of `x`, for |x| ≤ 700, from additions, multiplications and divisions alone, so that it is the same bits
 * on every engine, which `Math.exp` need not be.
 *
 * e^x = 2^k · e^r with k = round(x / ln 2) and |r| ≤ ½ ln 2; the series of e^r to the 14th power is off by less than
 * 1e-16. ln 2 is subtracted in two parts, the first of which loses nothing when it is multiplied by k.
 */
export function naturalExp(x: number): number {
  const k = Math.round(x / Math.LN2);
  const r = x - k * HIGH_LN2 - k * LOW_LN2;
  let series = 1;
  for (let n = DEGREE; n >= 1; n--) series = 1 + (series * r) / n;
  return series * 2 ** k;
}
