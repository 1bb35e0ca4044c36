import { atrBatch } from '../../volatility/atr/atr.batch.ts';
import { slideExtremes } from '../../window/extremes/sliding-extremes.ts';

/** Both stops; false when a value was not finite. */
export function chandelierBatch(
  period: number,
  multiplier: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  long: Float64Array,
  short: Float64Array,
): boolean {
  // The average range stands where the short stop will be.
  if (!atrBatch(period, high, low, close, short)) return false;
  long.fill(NaN, 0, period - 1);
  return slideExtremes(period, { highs: high, lows: low }, (from, to, { tops, bottoms }) => {
    for (let i = from; i < to; i += 1) {
      const width = short[i]! * multiplier;
      long[i] = tops[i - from]! - width;
      short[i] = bottoms[i - from]! + width;
    }
    return 0;
  });
}
