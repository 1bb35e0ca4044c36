import type { Order } from '@org/domain';
import type { Desk } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import { sequenceOf } from './client-order-id.ts';

/** The working order with this client order id; undefined when it has ended, or never was ours. */
export function workingOrder(desk: Desk, state: TradingState, clientOrderId: string): Order | undefined {
  const index = indexOfOrder(desk, state, clientOrderId);
  return index < 0 ? undefined : state.orders[index];
}

const NEWEST = 3;

/** Where the order with this client order id stands among the working ones, or -1. */
export function indexOfOrder({ setup }: Desk, { orders }: TradingState, clientOrderId: string): number {
  // Most often it is one of the newest, and comparing takes a fraction of what reading the number takes.
  const oldest = Math.max(0, orders.length - NEWEST);
  for (let at = orders.length - 1; at >= oldest; at--) {
    if (orders[at]?.clientOrderId === clientOrderId) return at;
  }
  return indexOfSequence(orders, sequenceOf(clientOrderId, setup.orderIdPrefix));
}

/** Where the order of this number stands in a list sorted by number, or -1. */
export function indexOfSequence(orders: readonly Order[], sequence: number): number {
  let low = 0;
  let high = orders.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = orders[middle]?.sequence ?? Infinity;
    if (found === sequence) return middle;
    if (found < sequence) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * The order in a slot among the working orders of a strategy. While a replacement waits for the order that it replaces
 * there are two, and the replacement is the one that the slot holds.
 */
export function orderInSlot(orders: readonly Order[], slot: string): Order | undefined {
  for (let index = orders.length - 1; index >= 0; index--) {
    const order = orders[index];
    if (order?.slot === slot) return order;
  }
  return undefined;
}
