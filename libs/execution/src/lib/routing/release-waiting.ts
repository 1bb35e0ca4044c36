import type { Order, OrderFilled, OrderRequest, Quantity, SpotInstrument } from '@org/domain';
import { notional, quantity, wholeLots } from '@org/domain';
import { freeCash, unreservedUnits } from '../orders/free-funds.ts';
import { sentOrder } from '../orders/new-order.ts';
import { reservationOf } from '../orders/reservation.ts';
import { indexOfSequence } from '../orders/working-orders.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import { findMarket } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';
import { launch } from './send.ts';

/**
 * Takes off a waiting replacement what the order that it replaces has traded since: the strategy wanted one of the two,
 * and a cancel that comes too late must not make it both.
 */
export function shrinkReplacement(
  turn: Turn,
  seat: Seat,
  traded: Order,
  fill: OrderFilled,
  market: Market,
): void {
  for (const order of waitingFor(turn, seat, traded)) {
    if (order.slot === null || order.slot !== traded.slot || order.request.type === 'marketQuote') continue;
    const index = indexOfSequence(turn.state.orders, order.sequence);
    const request = withQuantity(order.request, quantity(order.request.quantity - fill.quantity));
    if (isTakeable(request, market.instrument)) {
      turn.replaceOrder(index, { ...order, request });
      continue;
    }
    turn.removeOrder(index);
    drop(turn, order, `${traded.clientOrderId}, which it was to replace, has traded`);
  }
}

/** Sends the orders that waited for `ended` and for nothing else any more, with what is left to trade. */
export function releaseWaiting(desk: Desk, turn: Turn, seat: Seat, ended: Order): void {
  for (const order of waitingFor(turn, seat, ended)) {
    const index = indexOfSequence(turn.state.orders, order.sequence);
    const rest = without(idsWaitedFor(order), ended.clientOrderId);
    if (rest.length > 0) {
      const draft = turn.orderDraft(order);
      draft.state = { kind: 'waiting', for: rest };
      turn.replaceOrder(index, draft);
      continue;
    }
    turn.removeOrder(index);
    release(desk, turn, seat, order);
  }
}

/** The orders of its strategy that wait for one; all were made after it, so nobody looks further back. */
function waitingFor(turn: Turn, seat: Seat, { clientOrderId, sequence }: Order): readonly Order[] {
  const orders = turn.ordersOf(seat);
  let waiting = NO_ORDERS;
  for (let at = orders.length - 1; at >= 0; at--) {
    const order = orders[at];
    if (order === undefined || order.sequence < sequence) break;
    if (waitsFor(order, clientOrderId)) waiting = waiting.length === 0 ? [order] : [order, ...waiting];
  }
  return waiting;
}

function waitsFor({ state }: Order, clientOrderId: string): boolean {
  return state.kind === 'waiting' && state.for.includes(clientOrderId);
}

function idsWaitedFor({ state }: Order): readonly string[] {
  return state.kind === 'waiting' ? state.for : NO_IDS;
}

function without(ids: readonly string[], ended: string): readonly string[] {
  return ids.length === 1 && ids[0] === ended ? NO_IDS : ids.filter((id) => id !== ended);
}

/** A request that says how many lots. */
type CountedRequest = Exclude<OrderRequest, { type: 'marketQuote' }>;

const NO_IDS: readonly string[] = [];
const NO_ORDERS: readonly Order[] = [];

function release(desk: Desk, turn: Turn, seat: Seat, order: Order): void {
  const market = findMarket(desk, order.symbol);
  if (market === undefined) return;
  const request = fitted(desk, turn, order, seat, market);
  if (request === null) return;
  launch(turn, sentOrder(order, request, reservationOf(request, market.instrument)));
}

/** The request cut to what there is now; null when nothing is left to trade. It only ever gets smaller. */
function fitted(desk: Desk, turn: Turn, order: Order, seat: Seat, market: Market): OrderRequest | null {
  const { request } = order;
  const { instrument } = market;
  if (request.side === 'buy') {
    const hindrance = buyHindrance(desk, turn, request, seat, instrument);
    if (hindrance === null) return request;
    drop(turn, order, hindrance);
    return null;
  }
  const lots = Math.min(request.quantity, wholeLots(unreservedUnits(turn, seat, market), instrument));
  const cut = lots === request.quantity ? request : withQuantity(request, quantity(lots));
  return isTakeable(cut, instrument) ? cut : null;
}

/** What has changed since a buy was approved, so that it must not go out any more. */
function buyHindrance(
  desk: Desk,
  turn: Turn,
  request: OrderRequest,
  seat: Seat,
  instrument: SpotInstrument,
): string | null {
  const [lost] = turn.state.lostStreams;
  if (lost !== undefined) return `${lost} is lost`;
  const enough = reservationOf(request, instrument) <= freeCash(desk, turn, seat);
  return enough ? null : 'too little cash is left';
}

/** The same request for another quantity. By explicit literals: a spread costs several times as much. */
function withQuantity(request: CountedRequest, lots: Quantity): CountedRequest {
  const { side } = request;
  switch (request.type) {
    case 'market':
      return { type: 'market', side, quantity: lots };
    case 'limit':
      return { type: 'limit', side, quantity: lots, price: request.price, postOnly: request.postOnly };
    case 'stop':
      return { type: 'stop', side, quantity: lots, stopPrice: request.stopPrice };
  }
}

/** Whether the exchange takes an order that small. */
function isTakeable(request: CountedRequest, instrument: SpotInstrument): boolean {
  if (request.quantity < Math.max(1, instrument.minQuantity)) return false;
  return (
    request.type !== 'limit' ||
    notional(request.price, request.quantity, instrument) >= instrument.minNotional
  );
}

function drop(turn: Turn, order: Order, why: string): void {
  turn.alert('replacement-dropped', `${order.clientOrderId} (${order.slot}) is not sent: ${why}`);
}
