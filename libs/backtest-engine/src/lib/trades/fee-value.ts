import type { SpotInstrument } from '@org/domain';
import type { Fill } from '../result/fill.ts';

/** The price in quote of an asset that fees are paid in, such as BNB, at a time in ms UTC. */
export type AssetPrice = (asset: string, time: number) => number;

/** What a fill's fee is worth in quote: at the price of the fill where it was paid in base. */
export function feeValue(fill: Fill, { base, quote }: SpotInstrument, assetPrice: AssetPrice): number {
  if (fill.feeAsset === quote.code) return fill.fee;
  return fill.fee * (fill.feeAsset === base.code ? fill.price : assetPrice(fill.feeAsset, fill.time));
}
