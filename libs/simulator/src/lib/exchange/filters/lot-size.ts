import type { Quantity } from '@org/domain';
import type { SymbolGrid } from '../symbol-grid.ts';
import type { LotSizeFilter, SymbolFilter } from '../symbol-rules.ts';
import { isWithin, stepBounds } from './bounds.ts';
import type { OrderFilter } from './order-filter.ts';

/** Quantities and the tips of icebergs between two bounds, in steps. */
export function lotSizeFilter(filter: LotSizeFilter, { lot }: SymbolGrid): OrderFilter {
  const { kind, minQuantity, maxQuantity, stepSize } = filter;
  const bounds = stepBounds(minQuantity, maxQuantity, stepSize, lot);
  const passes = (quantity: Quantity | null) => quantity === null || isWithin(quantity, bounds);
  return { kind, passes: ({ quantity, icebergQuantity }) => passes(quantity) && passes(icebergQuantity) };
}

/** The step and the least quantity of a symbol in lots of its grid; 1 where the filters say nothing. */
export function stepLots(
  filters: readonly SymbolFilter[],
  { lot }: SymbolGrid,
): { readonly stepLots: number; readonly minLots: number } {
  for (const filter of filters) {
    if (filter.kind !== 'lotSize') continue;
    const { least, every } = stepBounds(filter.minQuantity, filter.maxQuantity, filter.stepSize, lot);
    return { stepLots: every, minLots: Math.max(1, least) };
  }
  return { stepLots: 1, minLots: 1 };
}
