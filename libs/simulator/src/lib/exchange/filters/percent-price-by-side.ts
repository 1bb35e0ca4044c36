import type { PercentPriceBySideFilter } from '../symbol-rules.ts';
import { marketPrice } from './market-price.ts';
import type { OrderFilter } from './order-filter.ts';
import { percentRange } from './percent-range.ts';

/** Prices that are not too far from the market's, with limits of their own for buys and sells. */
export function percentPriceBySideFilter(filter: PercentPriceBySideFilter): OrderFilter {
  const isBidInRange = percentRange(filter.bidMultiplierDown, filter.bidMultiplierUp);
  const isAskInRange = percentRange(filter.askMultiplierDown, filter.askMultiplierUp);
  return {
    kind: filter.kind,
    passes: ({ side, price }, facts) => {
      if (price === null) return true;
      const market = marketPrice(facts, filter.averageMinutes);
      return market === null || (side === 'buy' ? isBidInRange : isAskInRange)(price, market);
    },
  };
}
