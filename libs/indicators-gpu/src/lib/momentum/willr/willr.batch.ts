import { sumOfNothing } from '../../window/finite.ts';
import { slideExtremes } from '../../window/extremes/sliding-extremes.ts';

/** All values of Williams %R; false when a value was not finite. */
export function willrBatch(
  period: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  out: Float64Array,
): boolean {
  out.fill(NaN, 0, period - 1);
  if (sumOfNothing(close.subarray(0, period - 1)) !== 0) return false;
  return slideExtremes(period, { highs: high, lows: low }, (from, to, slider) => {
    const holes = slider.depth(close, from, to);
    out.set(slider.positions.subarray(0, to - from), from);
    return holes;
  });
}
