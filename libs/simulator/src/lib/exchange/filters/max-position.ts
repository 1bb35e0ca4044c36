import { tenTo } from '../decimals.ts';
import type { SymbolGrid } from '../symbol-grid.ts';
import type { MaxPositionFilter } from '../symbol-rules.ts';
import type { OrderFilter } from './order-filter.ts';

/**
 * Buys after which the account has no more base than allowed, all its open buys filled. A buy sized in quote brings
 * what nobody knows yet, so that for it only what is there already counts.
 */
export function maxPositionFilter(filter: MaxPositionFilter, grid: SymbolGrid): OrderFilter {
  const { kind, maxPosition } = filter;
  const scale = tenTo(maxPosition.decimals);
  const most = maxPosition.units * tenTo(grid.base.decimals);
  return {
    kind,
    passes: ({ side, quantity }, { position }) =>
      side === 'sell' || (position + BigInt(quantity ?? 0) * grid.unitsPerLot) * scale <= most,
  };
}
