import { listValue } from '../order-lists/list-value.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { orderValue } from '../orders/order-value.ts';
import type { Cancelled, ListCancelled } from '../outcomes.ts';
import type { Floor } from './floor.ts';

/** What a cancel has taken back: an order alone, or what was open of a list. */
export type TakenBack = LiveOrder | { readonly list: OrderList; readonly orders: readonly LiveOrder[] };

/** Takes an order back, and with it the list that it belongs to. */
export function cancelOrder(floor: Floor, order: LiveOrder, cancelId: string, now: number): TakenBack {
  const list = order.isListed ? order.list : null;
  if (list !== null && list.isActive) return cancelList(floor, list, cancelId, now);
  floor.lifecycle.cancel(order, cancelId, now);
  return order;
}

/** Takes back what is open of a list. */
export function cancelList(
  { lifecycle, lists }: Floor,
  list: OrderList,
  cancelId: string,
  now: number,
): TakenBack {
  const orders = list.orders.filter((order) => order.isOpen);
  for (const order of orders) lifecycle.cancel(order, cancelId, now);
  lists.done(list, now);
  return { list, orders };
}

/** The same for everybody outside. */
export function cancelled(back: TakenBack): Cancelled | ListCancelled {
  if (!('orders' in back)) return { kind: 'cancelled', order: orderValue(back) };
  return { kind: 'listCancelled', list: listValue(back.list), orders: back.orders.map(orderValue) };
}

/** Ends what is open at a symbol, in the order given, as maintenance does. */
export function expireEverything(
  { lifecycle, lists }: Floor,
  orders: readonly LiveOrder[],
  now: number,
): void {
  for (const order of orders) {
    const { list } = order;
    lifecycle.expire(order, 'exchangeCancelled', now);
    if (list !== null && list.isActive && !list.orders.some(({ isOpen }) => isOpen)) lists.done(list, now);
  }
}
