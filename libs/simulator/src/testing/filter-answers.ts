import { amount } from '@org/domain';
import type { AveragePrice } from '../lib/exchange/exchange.ts';
import { checkFilters } from '../lib/exchange/filters/check-filters.ts';
import type { FilterFacts } from '../lib/exchange/filters/order-filter.ts';
import { symbolFilters } from '../lib/exchange/filters/symbol-filters.ts';
import { isRefusal, toGridOrder } from '../lib/exchange/grid-order.ts';
import type { ListedOrder } from '../lib/exchange/requests.ts';
import { gridOf } from '../lib/exchange/symbol-grid.ts';
import type { SymbolFilter } from '../lib/exchange/symbol-rules.ts';
import { asset, decimal, ordered, symbolRules } from './symbol-rules.ts';

export const NOTHING_OPEN = { orders: 0, algoOrders: 0, icebergOrders: 0, orderLists: 0 };

/** Nothing traded, nothing open. */
export const QUIET: FilterFacts = {
  lastPrice: null,
  referencePrice: null,
  averagePrice: () => null,
  open: NOTHING_OPEN,
  openAnywhere: NOTHING_OPEN,
  position: amount(0n),
};

const FINE = { base: asset('BTC'), quote: asset('USDT') };

/** What the exchange says to an order where these filters hold. */
export function answer(
  filters: readonly SymbolFilter[],
  order: Partial<ListedOrder>,
  facts: Partial<FilterFacts> = {},
  assets = FINE,
): string {
  const rules = symbolRules(filters, assets);
  const grid = gridOf(rules);
  const onGrid = toGridOrder(ordered(order), grid);
  if (isRefusal(onGrid)) return onGrid.reason === 'filter' ? onGrid.filter : onGrid.reason;
  return checkFilters(onGrid, symbolFilters(rules, grid), { ...QUIET, ...facts }) ?? 'passes';
}

export const at = (value: string) => ({ price: decimal(value) });
export const of = (value: string) => ({ size: { base: decimal(value) } });
export const worthOf = (value: string) =>
  ({ size: { quote: decimal(value) }, type: 'market', price: null }) as const;
export const market = (value: string) => ({ ...of(value), type: 'market', price: null }) as const;
export const stop = { type: 'stopLoss', price: null, stopPrice: decimal('90') } as const;

/** An average price in ticks of 0.01. */
export const averaging =
  (numerator: bigint, denominator = 1n) =>
  (): AveragePrice => ({ numerator, denominator });
