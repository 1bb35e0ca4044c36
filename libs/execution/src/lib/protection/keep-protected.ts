import type { Order, Price, Quantity } from '@org/domain';
import { quantity, toPrice, wholeLots } from '@org/domain';
import { protectFill, wantsStop } from '@org/risk';
import { isOn } from '../orders/free-funds.ts';
import { isFinal } from '../orders/order-lifecycle.ts';
import { remainingLots } from '../orders/reservation.ts';
import { indexOfSequence } from '../orders/working-orders.ts';
import type { OrderChange } from '../portfolio/observe.ts';
import { positionOf } from '../portfolio/position.ts';
import { cancelOrder, sendCancel } from '../routing/cancel.ts';
import { releaseWaiting, shrinkReplacement } from '../routing/release-waiting.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import type { Turn } from '../trading-step/turn.ts';
import { attemptAfter, MOST_ATTEMPTS } from './attempts.ts';
import { flatten } from './flatten.ts';
import { placeProtection } from './place-protection.ts';

/**
 * What follows from a report about an order, before any strategy is asked: a cancel that waited for the answer goes
 * out, orders that waited for the end are sent, and every sellable lot of a position is covered by a stop again. After
 * the kill switch has sold everything, what comes in late is sold as well.
 */
export function keepProtected(desk: Desk, turn: Turn, change: OrderChange): void {
  const { order, from, market, seat, fill } = change;
  // An order that is accepted and wanted: nothing follows.
  if (fill === null && order.state.kind === 'open') return;
  if (order.state.kind === 'pendingCancel' && from !== 'pendingCancel') {
    sendCancel(turn, order, 'wished before the exchange had answered');
  }
  if (order.state.kind === 'rejected') onRejected(desk, turn, seat, market, order, order.state.reason);
  if (wasTriedInVain(change, turn.time)) callPerson(turn, order);
  if (fill !== null) shrinkReplacement(turn, seat, order, fill, market);
  if (isFinal(order.state)) {
    followPair(turn, change);
    releaseWaiting(desk, turn, seat, order);
  }
  if (fill === null && (!isFinal(order.state) || wasTriedInVain(change, turn.time))) return;
  const { halt } = turn.state.risk;
  if (halt.kind === 'killSwitch' && halt.mode === 'flatten')
    flatten(desk, turn, seat, market, halt.reason, attemptAfter(change, turn.time));
  else if (seat.strategy.protection === 'position') cover(desk, turn, seat, change);
}

/**
 * Whether risk's own sale was rejected, or ended by the exchange time after time before anything was sold, or a target that
 * has no stop was rejected. What would come in its place would most likely fare no better and be followed by the next try, without end; a
 * person is told.
 */
function wasTriedInVain(change: OrderChange, time: number): boolean {
  const { state, purpose, slot, pairedWith } = change.order;
  if (slot !== null || !isFinal(state)) return false;
  if (state.kind === 'rejected') return purpose === 'exit' || (purpose === 'target' && pairedWith === null);
  return purpose === 'exit' && attemptAfter(change, time) > MOST_ATTEMPTS;
}

function callPerson(turn: Turn, { purpose, symbol }: Order): void {
  const what = purpose === 'exit' ? 'could not be sold' : 'cannot rest at its target';
  turn.alert('unprotected', `${symbol} ${what}: a person must look at what is held`);
}

function onRejected(desk: Desk, turn: Turn, seat: Seat, market: Market, order: Order, reason: string): void {
  turn.alert(
    'order-rejected',
    `${order.clientOrderId} (${order.purpose} ${order.symbol}) was rejected: ${reason}`,
  );
  if (order.purpose !== 'stop') return;
  turn.alert('unprotected', `${order.symbol} cannot be protected by a stop and is sold`);
  flatten(desk, turn, seat, market, 'its stop was rejected', order.attempt);
}

/** When a stop ends in any other way than by selling, its target goes too: alone it would leave its lots without a stop. */
function followPair(turn: Turn, change: OrderChange): void {
  const { order: ended } = change;
  if (ended.purpose !== 'stop' || ended.pairedWith === null || ended.state.kind === 'filled') return;
  const target = turn.order(ended.pairedWith);
  if (target === undefined) return;
  const draft = turn.orderDraft(target);
  draft.attempt = attemptAfter(change, turn.time);
  turn.replaceOrder(indexOfSequence(turn.state.orders, target.sequence), draft);
  cancelOrder(turn, draft, 'its stop is gone');
}

function cover(desk: Desk, turn: Turn, seat: Seat, change: OrderChange): void {
  const { order, market, fill } = change;
  let uncovered = uncoveredLots(turn, seat, market);
  if (uncovered === 0) return;
  const entered = order.purpose === 'entry' && fill !== null ? fill.price : null;
  const fillPrice = entered ?? referencePrice(turn.state, seat, market, order);
  if (fillPrice === null) return;
  const attempt = attemptAfter(change, turn.time);
  if (attempt > MOST_ATTEMPTS) return giveUp(desk, turn, seat, change, attempt);
  const { instrument } = market;
  const { plan } = order;
  // One order covers what the exchange allows in one: most often all.
  while (uncovered > 0) {
    const approved = protectFill({ instrument, fillPrice, uncovered, plan }, desk.limits);
    if (approved === null) return tellUnprotected(desk, turn, order);
    placeProtection(desk, turn, seat, market, approved, attempt);
    uncovered = quantity(uncovered - instrument.maxQuantity);
  }
}

/**
 * Risk lets nothing in that is too small for its stop, but fees may take what it is short of, and an entry may end half filled:
 * that is held without a stop, until more is bought.
 */
function tellUnprotected(
  { limits }: Desk,
  turn: Turn,
  { purpose, state, filled, plan, symbol }: Order,
): void {
  if (purpose !== 'entry' || filled === 0 || !isFinal(state) || !wantsStop(plan, limits)) return;
  turn.alert(
    'unprotected',
    `${symbol}: what was bought is worth too little for a stop, and is held without one`,
  );
}

/** What the exchange ends at once, time after time, it would end again: as after a rejection, nothing is held without a stop. */
function giveUp(desk: Desk, turn: Turn, seat: Seat, { order, market }: OrderChange, attempt: number): void {
  if (order.purpose === 'target' && order.pairedWith === null) return callPerson(turn, order);
  turn.alert(
    'unprotected',
    `${order.symbol} cannot be protected: the exchange has ended ${MOST_ATTEMPTS} stops in a row at once, and it is sold`,
  );
  flatten(desk, turn, seat, market, 'its stop does not stay', attempt);
}

/** Whole lots held that no stop covers and no exit is about to sell. */
function uncoveredLots(turn: Turn, seat: Seat, market: Market): Quantity {
  const { instrument } = market;
  const position = positionOf(turn.state, seat, instrument.symbol);
  if (position.size < instrument.lotSize) return quantity(0);
  let lots: number = wholeLots(position.units, instrument);
  if (lots === 0) return quantity(0);
  const orders = turn.ordersOf(seat);
  // An exit, which alone sells all, is the newest: behind it nobody needs to look.
  for (let at = orders.length - 1; at >= 0 && lots > 0; at--) {
    const order = orders[at];
    // Only what is bought enters. Requests have many shapes, and to look into one costs several times as much.
    if (order === undefined || order.purpose === 'entry' || !isOn(order, market)) continue;
    const held = order.purpose !== 'target' || stopIsGone(turn, order);
    if (held) lots -= remainingLots(order.request, order.filled);
  }
  return quantity(Math.max(0, lots));
}

/** A target counts by itself only where its stop does not count for it. */
function stopIsGone(turn: Turn, { pairedWith }: Order): boolean {
  return pairedWith === null || turn.order(pairedWith) === undefined;
}

/**
 * What protection that is not for a fill of its own lies around: the price paid on average. Levels that were in force
 * stay in force where the market has risen above that price since.
 */
function referencePrice(
  state: TradingState,
  seat: Seat,
  { instrument, index }: Market,
  { plan, purpose }: Order,
): Price | null {
  const { averagePrice: paid } = positionOf(state, seat, instrument.symbol);
  if (!(paid > 0)) return null;
  const mark = state.marks[index] ?? Number.NaN;
  const isInForce = plan !== null && purpose !== 'entry';
  return toPrice(isInForce && mark > paid ? mark : paid, instrument, 'up');
}
