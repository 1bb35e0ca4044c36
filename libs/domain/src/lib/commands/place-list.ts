import type { OrderPurpose } from '../orders/order.ts';
import type { OrderList } from '../orders/order-list.ts';

/** Send this list. The trading step asks for single orders and pairs alone; lists are for shells. */
export interface PlaceList {
  readonly kind: 'placeList';
  readonly time: number;
  readonly strategyId: string;
  readonly symbol: string;
  /** The list's own name, under which it is asked for and taken back. */
  readonly listClientOrderId: string;
  /** What its first order is for: that of a pair, or the one that triggers the others. */
  readonly purpose: OrderPurpose;
  readonly list: OrderList;
  readonly reason: string;
}
