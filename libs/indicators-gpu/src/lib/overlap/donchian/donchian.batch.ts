import { sumOfNothing } from '../../window/finite.ts';
import { slideExtremes } from '../../window/extremes/sliding-extremes.ts';

/** All three lines, each a bar after its window; false when a value was not finite. */
export function donchianBatch(
  period: number,
  high: Float64Array,
  low: Float64Array,
  upper: Float64Array,
  middle: Float64Array,
  lower: Float64Array,
): boolean {
  const before = Math.max(0, high.length - 1);
  for (const out of [upper, middle, lower]) out.fill(NaN, 0, period);
  if (sumOfNothing(high.subarray(before)) + sumOfNothing(low.subarray(before)) !== 0) return false;
  const sides = { highs: high.subarray(0, before), lows: low.subarray(0, before) };
  return slideExtremes(period, sides, (from, to, { tops, bottoms }) => {
    for (let i = from; i < to; i += 1) {
      const top = tops[i - from]!;
      const bottom = bottoms[i - from]!;
      upper[i + 1] = top;
      middle[i + 1] = (top + bottom) / 2;
      lower[i + 1] = bottom;
    }
    return 0;
  });
}
