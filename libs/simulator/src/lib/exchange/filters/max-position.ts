import { tenTo } from '../decimals.ts';
import type { SymbolGrid } from '../symbol-grid.ts';
import type { MaxPositionFilter } from '../symbol-rules.ts';
import type { OrderFilter } from './order-filter.ts';

/**
 * Buys after which the account has no more base than allowed, all its open buys filled. A buy sized in quote brings
 * what nobody knows yet, so that for it only what is there already counts.
 */
export function maxPositionFilter({ kind, maxPosition }: MaxPositionFilter, grid: SymbolGrid): OrderFilter {
  // In the asset's smallest units, cut down: positions are whole.
  const most = (maxPosition.units * tenTo(grid.base.decimals)) / tenTo(maxPosition.decimals);
  const mostNumber = Number(most);
  const unitsPerLot = Number(grid.unitsPerLot);
  return {
    kind,
    passes: ({ side, quantity }, facts) => {
      if (side === 'sell') return true;
      const { position } = facts;
      const bought = (quantity ?? 0) * unitsPerLot;
      if (typeof position === 'number' && bought <= Number.MAX_SAFE_INTEGER) {
        const sum = position + bought;
        if (sum <= Number.MAX_SAFE_INTEGER) return sum <= mostNumber;
      }
      return BigInt(position) + BigInt(quantity ?? 0) * grid.unitsPerLot <= most;
    },
  };
}
