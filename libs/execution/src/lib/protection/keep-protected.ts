import type { Order, Price, Quantity } from '@org/domain';
import { quantity, toPrice, wholeLots } from '@org/domain';
import { protectFill } from '@org/risk';
import { isOn } from '../orders/free-funds.ts';
import { isFinal } from '../orders/order-lifecycle.ts';
import { remainingLots } from '../orders/reservation.ts';
import type { OrderChange } from '../portfolio/observe.ts';
import { positionOf } from '../portfolio/position.ts';
import { cancelOrder, sendCancel } from '../routing/cancel.ts';
import { releaseWaiting, shrinkReplacement } from '../routing/release-waiting.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import type { Turn } from '../trading-step/turn.ts';
import { placeProtection } from './place-protection.ts';
import { flatten } from './flatten.ts';

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
  if (fill !== null) shrinkReplacement(turn, seat, order, fill, market);
  if (isFinal(order.state)) {
    followPair(turn, order);
    releaseWaiting(desk, turn, seat, order);
  }
  if (fill === null && (!isFinal(order.state) || wasTriedInVain(order))) return;
  const { halt } = turn.state.risk;
  if (halt.kind === 'killSwitch' && halt.mode === 'flatten') flatten(desk, turn, seat, market, halt.reason);
  else if (seat.strategy.protection === 'position') cover(desk, turn, seat, change);
}

/**
 * Whether risk's own sale was rejected, or a target that has no stop. What would come in its place would most likely be
 * rejected as well and be followed by the next try, without end; a person has been told.
 */
function wasTriedInVain({ state, purpose, slot, pairedWith }: Order): boolean {
  if (state.kind !== 'rejected') return false;
  return purpose === 'exit' ? slot === null : purpose === 'target' && pairedWith === null;
}

function onRejected(desk: Desk, turn: Turn, seat: Seat, market: Market, order: Order, reason: string): void {
  turn.alert(
    'order-rejected',
    `${order.clientOrderId} (${order.purpose} ${order.symbol}) was rejected: ${reason}`,
  );
  if (wasTriedInVain(order)) {
    const what = order.purpose === 'exit' ? 'could not be sold' : 'cannot rest at its target';
    turn.alert('unprotected', `${order.symbol} ${what}: a person must look at what is held`);
  }
  if (order.purpose !== 'stop') return;
  turn.alert('unprotected', `${order.symbol} cannot be protected by a stop and is sold`);
  flatten(desk, turn, seat, market, 'its stop was rejected');
}

/** When a stop ends in any other way than by selling, its target goes too: alone it would leave its lots without a stop. */
function followPair(turn: Turn, ended: Order): void {
  if (ended.purpose !== 'stop' || ended.pairedWith === null || ended.state.kind === 'filled') return;
  const target = turn.order(ended.pairedWith);
  if (target !== undefined) cancelOrder(turn, target, 'its stop is gone');
}

function cover(desk: Desk, turn: Turn, seat: Seat, { order, market, fill }: OrderChange): void {
  let uncovered = uncoveredLots(turn, seat, market);
  if (uncovered === 0) return;
  const entered = order.purpose === 'entry' && fill !== null ? fill.price : null;
  const fillPrice = entered ?? referencePrice(turn.state, seat, market, order);
  if (fillPrice === null) return;
  const { instrument } = market;
  const { plan } = order;
  // One order covers what the exchange allows in one: most often all.
  while (uncovered > 0) {
    const approved = protectFill({ instrument, fillPrice, uncovered, plan }, desk.limits);
    if (approved === null) return;
    placeProtection(desk, turn, seat, market, approved);
    uncovered = quantity(uncovered - instrument.maxQuantity);
  }
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
