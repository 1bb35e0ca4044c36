import type { Average } from '../../smoothing/moving-average.ts';
import { sumOfNothing } from '../../window/finite.ts';
import { slideExtremes } from '../../window/extremes/sliding-extremes.ts';

/** Both lines, d by an average that has seen nothing yet; false when a value was not finite. */
export function stochfBatch(
  period: number,
  signal: Average,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  k: Float64Array,
  d: Float64Array,
): boolean {
  k.fill(NaN, 0, period - 1);
  d.fill(NaN, 0, period - 1);
  if (sumOfNothing(close.subarray(0, period - 1)) !== 0) return false;
  return slideExtremes(period, { highs: high, lows: low }, (from, to, slider) => {
    const holes = slider.position(close, from, to);
    for (let i = from; i < to; i += 1) {
      const position = slider.positions[i - from]!;
      const average = signal.next(position);
      k[i] = position + (average - average);
      d[i] = average;
    }
    return holes;
  });
}
