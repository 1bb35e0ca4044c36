import type { PercentPriceFilter } from '../symbol-rules.ts';
import { marketPrice } from './market-price.ts';
import type { OrderFilter } from './order-filter.ts';
import { percentRange } from './percent-range.ts';

/** Prices that are not too far from the market's, the same for buys and sells. */
export function percentPriceFilter(filter: PercentPriceFilter): OrderFilter {
  const isInRange = percentRange(filter.multiplierDown, filter.multiplierUp);
  return {
    kind: filter.kind,
    passes: ({ price }, facts) => {
      if (price === null) return true;
      const market = marketPrice(facts, filter.averageMinutes);
      return market === null || isInRange(price, market);
    },
  };
}
