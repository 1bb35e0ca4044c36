import { extremeBatch } from '../../window/extremes/extreme-batch.ts';
import { sumOfNothing } from '../../window/finite.ts';

/** All values of Williams %R; false when a value was not finite. */
export function willrBatch(
  period: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  out: Float64Array,
): boolean {
  if (sumOfNothing(close) !== 0) return false;
  return extremeBatch(period, high, low, out, (target, from, to, tops, bottoms) => {
    for (let i = from; i < to; i += 1) {
      const ceiling = tops[i - from]! + 0;
      const range = ceiling - (bottoms[i - from]! + 0);
      target[i] = range === 0 ? 0 : ((close[i]! - ceiling) / range) * 100;
    }
  });
}
