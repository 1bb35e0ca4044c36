import type { SymbolGrid } from '../symbol-grid.ts';
import type { NotionalFilter } from '../symbol-rules.ts';
import { marketPrice } from './market-price.ts';
import { compareNotional } from './notional-limit.ts';
import type { OrderFilter } from './order-filter.ts';

/** Orders worth no less and no more than two limits; of orders without a price only where the filter says so. */
export function notionalFilter(filter: NotionalFilter, grid: SymbolGrid): OrderFilter {
  const { kind, applyMinToMarket, applyMaxToMarket, averageMinutes } = filter;
  const min = compareNotional(filter.minNotional, grid);
  const max = compareNotional(filter.maxNotional, grid);
  const hasMax = filter.maxNotional.units !== 0n;
  return {
    kind,
    passes: (order, facts) => {
      if (order.price !== null) return min(order, null) >= 0 && (!hasMax || max(order, null) <= 0);
      const market = marketPrice(facts, averageMinutes);
      if (applyMinToMarket && min(order, market) < 0) return false;
      return !(applyMaxToMarket && hasMax) || max(order, market) <= 0;
    },
  };
}
