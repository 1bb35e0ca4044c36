import type { GridOrder } from '../grid-order.ts';
import { isContingent } from '../orders/order-terms.ts';
import type { CountFilter, FilterKind } from '../symbol-rules.ts';
import type { FilterFacts, OpenCounts, OrderFilter } from './order-filter.ts';

/** What a kind of filter counts, of the orders that it counts at all. */
interface Counted {
  readonly count: (facts: FilterFacts) => number;
  readonly counts: (order: GridOrder) => boolean;
}

/** A market order never stays open, so it is not counted. */
const anyResting = ({ type }: GridOrder) => type !== 'market';
const algo = ({ type }: GridOrder) => isContingent(type);
const iceberg = ({ icebergQuantity }: GridOrder) => icebergQuantity !== null;

type OrderCountKind =
  | 'maxOrders'
  | 'maxAlgoOrders'
  | 'maxIcebergOrders'
  | 'exchangeMaxOrders'
  | 'exchangeMaxAlgoOrders'
  | 'exchangeMaxIcebergOrders';

const COUNTED: Readonly<Record<OrderCountKind, Counted>> = {
  maxOrders: { count: ({ open }) => open.orders, counts: anyResting },
  maxAlgoOrders: { count: ({ open }) => open.algoOrders, counts: algo },
  maxIcebergOrders: { count: ({ open }) => open.icebergOrders, counts: iceberg },
  exchangeMaxOrders: { count: ({ openAnywhere }) => openAnywhere.orders, counts: anyResting },
  exchangeMaxAlgoOrders: { count: ({ openAnywhere }) => openAnywhere.algoOrders, counts: algo },
  exchangeMaxIcebergOrders: { count: ({ openAnywhere }) => openAnywhere.icebergOrders, counts: iceberg },
};

/** No more than so many open orders of a kind, the new one included. */
export function countFilter(kind: OrderCountKind, limit: number): OrderFilter {
  const { count, counts } = COUNTED[kind];
  return { kind, passes: (order, facts) => !counts(order) || count(facts) < limit };
}

/** A limit on open order lists. */
export interface CountOfLists {
  readonly kind: FilterKind;
  readonly limit: number;
  readonly count: (facts: FilterFacts) => number;
}

export function countOfLists(filter: { kind: FilterKind } | CountFilter): CountOfLists | null {
  if (!('limit' in filter)) return null;
  const { kind, limit } = filter;
  if (kind === 'maxOrderLists') return { kind, limit, count: ({ open }) => open.orderLists };
  if (kind !== 'exchangeMaxOrderLists') return null;
  return { kind, limit, count: ({ openAnywhere }) => openAnywhere.orderLists };
}

/** The facts as they will be when `orders` are open too. */
export function withOrders(facts: FilterFacts, orders: readonly GridOrder[]): FilterFacts {
  if (orders.length === 0) return facts;
  return {
    lastPrice: facts.lastPrice,
    referencePrice: facts.referencePrice,
    averagePrice: (minutes) => facts.averagePrice(minutes),
    open: more(facts.open, orders),
    openAnywhere: more(facts.openAnywhere, orders),
    position: facts.position,
  };
}

function more(open: OpenCounts, orders: readonly GridOrder[]): OpenCounts {
  return {
    orders: open.orders + orders.filter(anyResting).length,
    algoOrders: open.algoOrders + orders.filter(algo).length,
    icebergOrders: open.icebergOrders + orders.filter(iceberg).length,
    orderLists: open.orderLists,
  };
}
