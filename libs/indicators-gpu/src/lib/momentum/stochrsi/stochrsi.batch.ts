import type { Average } from '../../smoothing/moving-average.ts';
import { slideExtremes } from '../../window/extremes/sliding-extremes.ts';
import { rsiBatch } from '../rsi/rsi.batch.ts';

/** Both lines, d by an average that has seen nothing yet; false when a value was not finite. */
export function stochrsiBatch(
  period: number,
  window: number,
  signal: Average,
  values: Float64Array,
  k: Float64Array,
  d: Float64Array,
): boolean {
  // The index itself stands where d will be, until k is made of it.
  if (!rsiBatch(period, values, d)) return false;
  const index = d.subarray(period);
  const first = Math.min(k.length, period + window - 1);
  k.fill(NaN, 0, first);
  const isDone = slideExtremes(window, { highs: index, lows: index }, (from, to, slider) => {
    const holes = slider.position(index, from, to);
    k.set(slider.positions.subarray(0, to - from), period + from);
    return holes;
  });
  if (!isDone) return false;
  d.fill(NaN, 0, first);
  for (let i = first; i < k.length; i += 1) {
    const average = signal.next(k[i]!);
    k[i]! += average - average;
    d[i] = average;
  }
  return true;
}
