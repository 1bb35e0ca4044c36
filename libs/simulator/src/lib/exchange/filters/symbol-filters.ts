import type { SymbolGrid } from '../symbol-grid.ts';
import type { FilterKind, SymbolFilter, SymbolRules } from '../symbol-rules.ts';
import type { CountOfLists } from './counts.ts';
import { countFilter, countOfLists } from './counts.ts';
import { icebergPartsFilter } from './iceberg-parts.ts';
import { lotSizeFilter, stepLots } from './lot-size.ts';
import { marketLotSizeFilter } from './market-lot-size.ts';
import { maxPositionFilter } from './max-position.ts';
import { minNotionalFilter } from './min-notional.ts';
import { notionalFilter } from './notional.ts';
import type { OrderFilter } from './order-filter.ts';
import { percentPriceBySideFilter } from './percent-price-by-side.ts';
import { percentPriceFilter } from './percent-price.ts';
import { priceFilter } from './price.ts';
import { trailingDeltaFilter } from './trailing-delta.ts';

/** The filters of a symbol, made ready for its grid. */
export interface SymbolFilters {
  /** In the order of the rules. */
  readonly ofOrders: readonly OrderFilter[];
  /** Those of them that have anything to say of a limit order that is no more than that: not a stop, not an iceberg. */
  readonly ofPlainLimits: readonly OrderFilter[];
  /** Those of them that ask for the quantity of an order that stands already. */
  readonly ofAmends: readonly OrderFilter[];
  readonly ofLists: readonly CountOfLists[];
  /** Infinity for no limit. */
  readonly mostAmends: number;
  /** What quantities are multiples of, and the least of them, in lots of the grid: for sizes that the engine finds. */
  readonly stepLots: number;
  readonly minLots: number;
}

const OF_AMENDS: ReadonlySet<FilterKind> = new Set(['lotSize', 'notional', 'minNotional', 'icebergParts']);

const OF_OTHERS: ReadonlySet<FilterKind> = new Set([
  'marketLotSize',
  'icebergParts',
  'trailingDelta',
  'maxAlgoOrders',
  'maxIcebergOrders',
  'exchangeMaxAlgoOrders',
  'exchangeMaxIcebergOrders',
]);

/** Makes the filters of a symbol ready, once for all its orders. */
export function symbolFilters({ filters }: SymbolRules, grid: SymbolGrid): SymbolFilters {
  const ofOrders = filters.map((filter) => orderFilter(filter, grid)).filter((filter) => filter !== null);
  return {
    ofOrders,
    ofPlainLimits: ofOrders.filter(({ kind }) => !OF_OTHERS.has(kind)),
    ofAmends: ofOrders.filter(({ kind }) => OF_AMENDS.has(kind)),
    ofLists: filters.map(countOfLists).filter((count) => count !== null),
    mostAmends: Math.min(
      Infinity,
      ...filters.map((filter) => (filter.kind === 'maxOrderAmends' ? filter.limit : Infinity)),
    ),
    ...stepLots(filters, grid),
  };
}

function orderFilter(filter: SymbolFilter, grid: SymbolGrid): OrderFilter | null {
  switch (filter.kind) {
    case 'price':
      return priceFilter(filter, grid);
    case 'lotSize':
      return lotSizeFilter(filter, grid);
    case 'marketLotSize':
      return marketLotSizeFilter(filter, grid);
    case 'notional':
      return notionalFilter(filter, grid);
    case 'minNotional':
      return minNotionalFilter(filter, grid);
    case 'percentPrice':
      return percentPriceFilter(filter);
    case 'percentPriceBySide':
      return percentPriceBySideFilter(filter);
    case 'icebergParts':
      return icebergPartsFilter(filter);
    case 'maxPosition':
      return maxPositionFilter(filter, grid);
    case 'trailingDelta':
      return trailingDeltaFilter(filter);
    case 'maxOrders':
    case 'maxAlgoOrders':
    case 'maxIcebergOrders':
    case 'exchangeMaxOrders':
    case 'exchangeMaxAlgoOrders':
    case 'exchangeMaxIcebergOrders':
      return countFilter(filter.kind, filter.limit);
    case 'maxOrderLists':
    case 'exchangeMaxOrderLists':
    case 'maxOrderAmends':
      return null;
    default:
      return filter satisfies never;
  }
}
