import type { Amount, Order, OrderRequest, OrderState } from '@org/domain';
import { quantity } from '@org/domain';
import { IN_FLIGHT } from './order-lifecycle.ts';

/** What an order is when it is made, and stays; see `Order`. */
export type OrderTerms = Omit<Order, 'filled' | 'reserved' | 'lastTradeId' | 'state'>;

const NOTHING = quantity(0);

/** An order of which nothing has traded. All orders are made with their fields in this one order, which keeps them fast. */
export function newOrder(terms: OrderTerms, reserved: Amount, state: OrderState): Order {
  return {
    clientOrderId: terms.clientOrderId,
    sequence: terms.sequence,
    strategyId: terms.strategyId,
    slot: terms.slot,
    symbol: terms.symbol,
    purpose: terms.purpose,
    request: terms.request,
    pairedWith: terms.pairedWith,
    plan: terms.plan,
    reason: terms.reason,
    placedTime: terms.placedTime,
    attempt: terms.attempt,
    filled: NOTHING,
    reserved,
    lastTradeId: -1,
    state,
  };
}

/** The order that an unsent one becomes when it is sent with this request. */
export function sentOrder(unsent: Order, request: OrderRequest, reserved: Amount): Order {
  return {
    clientOrderId: unsent.clientOrderId,
    sequence: unsent.sequence,
    strategyId: unsent.strategyId,
    slot: unsent.slot,
    symbol: unsent.symbol,
    purpose: unsent.purpose,
    request,
    pairedWith: unsent.pairedWith,
    plan: unsent.plan,
    reason: unsent.reason,
    placedTime: unsent.placedTime,
    attempt: unsent.attempt,
    filled: NOTHING,
    reserved,
    lastTradeId: -1,
    state: IN_FLIGHT,
  };
}
