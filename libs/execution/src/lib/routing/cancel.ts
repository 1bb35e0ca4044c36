import type { CancelIntent, Order, OrderState } from '@org/domain';
import { PENDING_CANCEL } from '../orders/order-lifecycle.ts';
import { indexOfSequence } from '../orders/working-orders.ts';
import type { Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';

/**
 * Cancels what is in a strategy's slot, a replacement that waits for the order that it replaces as well. An empty slot
 * is as wished already.
 */
export function cancelSlot(turn: Turn, seat: Seat, { slot, reason }: CancelIntent): void {
  const concerned = turn.ordersOf(seat).filter((order) => order.slot === slot);
  for (const order of concerned) cancelOrder(turn, order, reason);
}

/**
 * Ends an order in the way that its state allows: unsent, it is withdrawn; in flight, the cancel goes out behind the
 * answer; open, it is cancelled now. A second wish changes nothing.
 */
export function cancelOrder(turn: Turn, order: Order, reason: string): void {
  const { orders } = turn.state;
  const index = indexOfSequence(orders, order.sequence);
  if (index < 0) return;
  switch (order.state.kind) {
    case 'waiting':
      turn.removeOrder(index);
      return;
    case 'pendingNew':
    case 'unknown': {
      move(turn, index, order, { kind: order.state.kind, thenCancel: true });
      return;
    }
    case 'open':
      move(turn, index, order, PENDING_CANCEL);
      if (!partnerIsCancelled(order, turn)) sendCancel(turn, order, reason);
      return;
    default:
      return;
  }
}

function move(turn: Turn, index: number, order: Order, state: OrderState): void {
  const draft = turn.orderDraft(order);
  draft.state = state;
  turn.replaceOrder(index, draft);
}

/** One leg of a pair takes the other with it, so the second needs no cancel of its own. */
function partnerIsCancelled({ pairedWith }: Order, turn: Turn): boolean {
  return pairedWith !== null && turn.order(pairedWith)?.state.kind === 'pendingCancel';
}

/** Asks the shell to cancel. */
export function sendCancel(turn: Turn, { strategyId, symbol, clientOrderId }: Order, reason: string): void {
  turn.command({ kind: 'cancel', time: turn.state.time, strategyId, symbol, clientOrderId, reason });
}
