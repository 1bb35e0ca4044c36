import { listValue } from '../order-lists/list-value.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { orderValue } from '../orders/order-value.ts';
import type { Cancelled, ListCancelled } from '../outcomes.ts';
import type { Floor } from './floor.ts';

/** Takes an order back, and with it the list that it belongs to. */
export function cancelOrder(
  floor: Floor,
  order: LiveOrder,
  cancelId: string,
  now: number,
): Cancelled | ListCancelled {
  if (order.list !== null && order.list.isActive) return cancelList(floor, order.list, cancelId, now);
  floor.lifecycle.cancel(order, cancelId, now);
  return { kind: 'cancelled', order: orderValue(order) };
}

/** Takes back what is open of a list. */
export function cancelList(
  { lifecycle, lists }: Floor,
  list: OrderList,
  cancelId: string,
  now: number,
): ListCancelled {
  const open = list.orders.filter((order) => order.isOpen);
  for (const order of open) lifecycle.cancel(order, cancelId, now);
  lists.done(list, now);
  return { kind: 'listCancelled', list: listValue(list), orders: open.map(orderValue) };
}

/** Ends everything open at a symbol in the order in which it was placed, as maintenance does. */
export function expireEverything(
  { lifecycle, lists }: Floor,
  orders: Iterable<LiveOrder>,
  now: number,
): void {
  for (const order of [...orders].sort((a, b) => a.id - b.id)) {
    const { list } = order;
    lifecycle.expire(order, 'exchangeCancelled', now);
    if (list !== null && list.isActive && !list.orders.some(({ isOpen }) => isOpen)) lists.done(list, now);
  }
}
