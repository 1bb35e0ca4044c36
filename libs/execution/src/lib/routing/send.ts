import type { Order, ProtectionPlan, SpotInstrument } from '@org/domain';
import { quantity, ZERO } from '@org/domain';
import type { Approved, SizedOrder } from '@org/risk';
import { inFlight, withState } from '../orders/order-lifecycle.ts';
import { clientOrderId } from '../orders/client-order-id.ts';
import { isOn } from '../orders/free-funds.ts';
import { reservationOf } from '../orders/reservation.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';
import { cancelOrder } from './cancel.ts';

/**
 * Sends an approved order, or lets it wait: for the order that it replaces, and a market exit also for the protective
 * orders that hold the base it sells.
 */
export function sendApproved(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  approved: Approved<SizedOrder>,
  replaced: Order | null,
): void {
  const holders = replaced === null ? [] : holdersOf(turn, replaced);
  if (replaced?.state.kind === 'waiting') cancelOrder(turn, replaced, approved.reason);
  if (approved.purpose === 'exit' && seat.strategy.protection === 'position') {
    for (const order of turn.state.orders) {
      if (isProtection(order) && isOn(order, seat, market)) holders.push(order);
    }
  }
  launchAfter(turn, newOrder(desk, turn, seat, approved, approved.slot, holders), market.instrument, holders);
  for (const holder of holders) cancelOrder(turn, holder, approved.reason);
}

/** What the replacement of an order waits for: its end, or where it was never sent, that which it waited for itself. */
function holdersOf(turn: Turn, replaced: Order): Order[] {
  const { state } = replaced;
  if (state.kind !== 'waiting') return [replaced];
  return turn.state.orders.filter(({ clientOrderId }) => state.for.includes(clientOrderId));
}

function isProtection({ purpose }: Order): boolean {
  return purpose === 'stop' || purpose === 'target';
}

/** Sends the sale of a whole position once `holders`, whose cancels are on their way, have ended. */
export function sendFlatten(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  approved: Approved<SizedOrder>,
  holders: readonly Order[],
): void {
  launchAfter(turn, newOrder(desk, turn, seat, approved, null, holders), market.instrument, holders);
}

/** The state with a new order in it; its number is taken. */
export function addOrder(turn: Turn, order: Order): void {
  const { orders: before, nextSequence } = turn.state;
  const draft = turn.edit();
  const last = before.at(-1);
  if (last === undefined || last.sequence < order.sequence) {
    const orders = before.slice();
    orders.push(order);
    draft.orders = orders;
    draft.nextSequence = Math.max(nextSequence, order.sequence + 1);
    return;
  }
  draft.orders = [...before, order].sort((a, b) => a.sequence - b.sequence);
}

function launchAfter(turn: Turn, order: Order, instrument: SpotInstrument, holders: readonly Order[]): void {
  if (holders.length === 0) launch(turn, order, instrument);
  else
    addOrder(
      turn,
      withState(order, { kind: 'waiting', for: holders.map(({ clientOrderId }) => clientOrderId) }),
    );
}

/** Writes the order into the state and asks the shell to send it. */
export function launch(turn: Turn, order: Order, instrument: SpotInstrument): void {
  const { strategyId, symbol, clientOrderId: id, purpose, request, reason } = order;
  addOrder(turn, inFlight(order, reservationOf(request, instrument)));
  const { time } = turn.state;
  turn.command({ kind: 'place', time, strategyId, symbol, clientOrderId: id, purpose, request, reason });
}

function newOrder(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  approved: Approved<SizedOrder>,
  slot: string | null,
  holders: readonly Order[],
): Order {
  const sequence = turn.state.nextSequence;
  return {
    clientOrderId: clientOrderId(desk.setup.orderIdPrefix, sequence),
    sequence,
    strategyId: seat.strategy.id,
    slot,
    symbol: approved.symbol,
    purpose: approved.purpose,
    request: approved.request,
    pairedWith: null,
    plan: approved.purpose === 'exit' ? tightestPlan(holders) : approved.plan,
    reason: approved.reason,
    placedTime: turn.state.time,
    filled: quantity(0),
    reserved: ZERO,
    lastTradeId: -1,
    state: { kind: 'pendingNew', thenCancel: false },
  };
}

/** An exit remembers the protection that it displaces, for what it may leave unsold: of several, the highest stop. */
function tightestPlan(holders: readonly Order[]): ProtectionPlan | null {
  let tightest: ProtectionPlan | null = null;
  for (const holder of holders) {
    const { plan } = holder;
    if (!isProtection(holder) || plan === null) continue;
    if (tightest === null || (plan.stopPrice ?? 0) > (tightest.stopPrice ?? 0)) tightest = plan;
  }
  return tightest;
}
