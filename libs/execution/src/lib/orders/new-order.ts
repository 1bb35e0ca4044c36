import type { Amount, Order, OrderRequest, OrderState } from '@org/domain';
import { quantity } from '@org/domain';

/** What an order is when it is made, and stays; see `Order`. */
export type OrderTerms = Omit<Order, 'filled' | 'reserved' | 'lastTradeId' | 'state'>;

const IN_FLIGHT: OrderState = { kind: 'pendingNew', thenCancel: false };

/**
 * An order of which nothing has traded, by default one that has just been sent. All orders are made with their fields in
 * this one order, which keeps them fast.
 *
 * @param request what is asked for, where that is not what the terms say any more
 */
export function newOrder(
  terms: OrderTerms,
  reserved: Amount,
  state: OrderState = IN_FLIGHT,
  request: OrderRequest = terms.request,
): Order {
  return {
    clientOrderId: terms.clientOrderId,
    sequence: terms.sequence,
    strategyId: terms.strategyId,
    slot: terms.slot,
    symbol: terms.symbol,
    purpose: terms.purpose,
    request,
    pairedWith: terms.pairedWith,
    plan: terms.plan,
    reason: terms.reason,
    placedTime: terms.placedTime,
    filled: quantity(0),
    reserved,
    lastTradeId: -1,
    state,
  };
}
