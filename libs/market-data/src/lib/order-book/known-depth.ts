import type { DepthLevels, DepthSnapshot } from '@org/domain';

/** How much of the depth that a snapshot showed may be used up before another one is wanted. */
const LEAST_LEFT = 1 / 4;

/** How far from the best price the levels of a book are all known: as far as its snapshot went. */
export interface KnownDepth {
  /** The lowest price, in ticks, down to which every bid is known. */
  readonly bidsTo: number;
  /** The highest price, in ticks, up to which every ask is known. */
  readonly asksTo: number;
  /** Best prices beyond these have come too near to what is not known. */
  readonly leastBid: number;
  readonly mostAsk: number;
}

/** What a snapshot shows; a side with fewer levels than were asked for is shown whole. */
export function depthKnownBy({ bids, asks, limit }: DepthSnapshot): KnownDepth {
  const bidsTo = bids.count < limit ? 0 : lastOf(bids);
  const asksTo = asks.count < limit ? Infinity : lastOf(asks);
  return {
    bidsTo,
    asksTo,
    leastBid: bids.count < limit ? 0 : bidsTo + (bids.ticks[0]! - bidsTo) * LEAST_LEFT,
    mostAsk: asks.count < limit ? Infinity : asksTo - (asksTo - asks.ticks[0]!) * LEAST_LEFT,
  };
}

/** Before any snapshot: nothing. */
export const NOTHING_KNOWN: KnownDepth = {
  bidsTo: Infinity,
  asksTo: -Infinity,
  leastBid: Infinity,
  mostAsk: -Infinity,
};

const lastOf = ({ count, ticks }: DepthLevels) => ticks[count - 1]!;
