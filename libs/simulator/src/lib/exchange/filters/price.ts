import type { Price } from '@org/domain';
import type { SymbolGrid } from '../symbol-grid.ts';
import type { PriceFilter } from '../symbol-rules.ts';
import { isWithin, stepBounds } from './bounds.ts';
import type { OrderFilter } from './order-filter.ts';

/** Prices and stop prices between two bounds, in steps. */
export function priceFilter(filter: PriceFilter, { tick }: SymbolGrid): OrderFilter {
  const { kind, minPrice, maxPrice, tickSize } = filter;
  const bounds = stepBounds(minPrice, maxPrice, tickSize, tick);
  const passes = (price: Price | null) => price === null || isWithin(price, bounds);
  return { kind, passes: ({ price, stopPrice }) => passes(price) && passes(stopPrice) };
}
