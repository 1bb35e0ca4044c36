import { slideExtremes } from './sliding-extremes.ts';

/** All values of the highest of a window; false when a value was not finite. */
export function highestBatch(period: number, highs: Float64Array, out: Float64Array): boolean {
  out.fill(NaN, 0, period - 1);
  return slideExtremes(period, { highs }, (from, to, { tops }) => {
    out.set(tops.subarray(0, to - from), from);
    return 0;
  });
}

/** All values of the lowest of a window; false when a value was not finite. */
export function lowestBatch(period: number, lows: Float64Array, out: Float64Array): boolean {
  out.fill(NaN, 0, period - 1);
  return slideExtremes(period, { lows }, (from, to, { bottoms }) => {
    out.set(bottoms.subarray(0, to - from), from);
    return 0;
  });
}

/** All middles between the highest and the lowest of a window; false when a value was not finite. */
export function middleBatch(
  period: number,
  highs: Float64Array,
  lows: Float64Array,
  out: Float64Array,
): boolean {
  out.fill(NaN, 0, period - 1);
  return slideExtremes(period, { highs, lows }, (from, to, { tops, bottoms }) => {
    for (let i = from; i < to; i += 1) out[i] = (tops[i - from]! + bottoms[i - from]!) / 2;
    return 0;
  });
}
