import type { SymbolGrid } from '../symbol-grid.ts';
import type { MinNotionalFilter } from '../symbol-rules.ts';
import { marketPrice } from './market-price.ts';
import { compareNotional } from './notional-limit.ts';
import type { OrderFilter } from './order-filter.ts';

/** Orders worth no less than a limit: the older form of the notional filter. */
export function minNotionalFilter(filter: MinNotionalFilter, grid: SymbolGrid): OrderFilter {
  const { kind, applyToMarket, averageMinutes } = filter;
  const min = compareNotional(filter.minNotional, grid);
  return {
    kind,
    passes: (order, facts) => {
      if (order.price !== null) return min(order, null) >= 0;
      return !applyToMarket || min(order, marketPrice(facts, averageMinutes)) >= 0;
    },
  };
}
