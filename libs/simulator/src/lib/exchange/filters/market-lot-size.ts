import type { SymbolGrid } from '../symbol-grid.ts';
import type { LotSizeFilter } from '../symbol-rules.ts';
import { isWithin, stepBounds } from './bounds.ts';
import type { OrderFilter } from './order-filter.ts';

/** Quantities of market orders between two bounds, in steps; live symbols have steps of 0, which is off. */
export function marketLotSizeFilter(filter: LotSizeFilter, { lot }: SymbolGrid): OrderFilter {
  const { kind, minQuantity, maxQuantity, stepSize } = filter;
  const bounds = stepBounds(minQuantity, maxQuantity, stepSize, lot);
  return {
    kind,
    passes: ({ type, quantity }) => type !== 'market' || quantity === null || isWithin(quantity, bounds),
  };
}
