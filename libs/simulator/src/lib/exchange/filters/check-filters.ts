import type { Quantity } from '@org/domain';
import type { GridOrder } from '../grid-order.ts';
import type { FilterKind } from '../symbol-rules.ts';
import { withOrders } from './counts.ts';
import type { FilterFacts } from './order-filter.ts';
import type { SymbolFilters } from './symbol-filters.ts';

/** The first filter that an order fails, in the symbol's order; null where it passes all. */
export function checkFilters(
  order: GridOrder,
  filters: SymbolFilters,
  facts: FilterFacts,
): FilterKind | null {
  const isPlainLimit = order.type === 'limit' && order.icebergQuantity === null;
  for (const filter of isPlainLimit && order.trailingDeltaBips === null
    ? filters.ofPlainLimits
    : filters.ofOrders) {
    if (!filter.passes(order, facts)) return filter.kind;
  }
  return null;
}

/** The first filter that a list or one of its orders fails. Each of its orders counts for those behind it. */
export function checkList(
  orders: readonly GridOrder[],
  filters: SymbolFilters,
  facts: FilterFacts,
): FilterKind | null {
  for (const { kind, limit, count } of filters.ofLists) {
    if (count(facts) >= limit) return kind;
  }
  for (const [index, order] of orders.entries()) {
    const failed = checkFilters(order, filters, withOrders(facts, orders.slice(0, index)));
    if (failed !== null) return failed;
  }
  return null;
}

/** The first filter that an order fails when it is cut to `quantity`, having been amended `amendCount` times before. */
export function checkAmend(
  order: GridOrder,
  quantity: Quantity,
  amendCount: number,
  filters: SymbolFilters,
  facts: FilterFacts,
): FilterKind | null {
  if (amendCount >= filters.mostAmends) return 'maxOrderAmends';
  const amended = { ...order, quantity };
  return filters.ofAmends.find((filter) => !filter.passes(amended, facts))?.kind ?? null;
}
