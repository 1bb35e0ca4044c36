import type { Order, OrderState, ProtectionPlan, SpotInstrument } from '@org/domain';
import { ZERO } from '@org/domain';
import type { Approved, SizedOrder } from '@org/risk';
import { clientOrderId } from '../orders/client-order-id.ts';
import { isOn } from '../orders/free-funds.ts';
import type { OrderTerms } from '../orders/new-order.ts';
import { newOrder } from '../orders/new-order.ts';
import { IN_FLIGHT } from '../orders/order-lifecycle.ts';
import { reservationOf } from '../orders/reservation.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import { withLast } from '../state/draft.ts';
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
  let holders = replaced === null ? NOBODY : holdersOf(turn, replaced);
  if (replaced?.state.kind === 'waiting') cancelOrder(turn, replaced, approved.reason);
  if (approved.purpose === 'exit' && seat.strategy.protection === 'position') {
    for (const order of turn.ordersOf(seat)) {
      if (isProtection(order) && isOn(order, market)) holders = withLast(holders, order);
    }
  }
  launchAfter(desk, turn, seat, approved, approved.slot, market.instrument, holders);
  for (const holder of holders) cancelOrder(turn, holder, approved.reason);
}

const NOBODY: readonly Order[] = [];

/** What the replacement of an order waits for: its end, or where it was never sent, that which it waited for itself. */
function holdersOf(turn: Turn, replaced: Order): readonly Order[] {
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
  attempt: number,
): void {
  launchAfter(desk, turn, seat, approved, null, market.instrument, holders, attempt);
}

function launchAfter(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  approved: Approved<SizedOrder>,
  slot: string | null,
  instrument: SpotInstrument,
  holders: readonly Order[],
  attempt = 1,
): void {
  const terms = termsOf(desk, turn, seat, approved, slot, holders, attempt);
  if (holders.length === 0)
    launch(turn, newOrder(terms, reservationOf(terms.request, instrument), IN_FLIGHT));
  else turn.addOrder(newOrder(terms, ZERO, waitingFor(holders)));
}

function waitingFor(holders: readonly Order[]): OrderState {
  return { kind: 'waiting', for: holders.map(({ clientOrderId }) => clientOrderId) };
}

/** Writes an order that is to be sent into the state, and asks the shell to send it. */
export function launch(turn: Turn, order: Order): void {
  turn.addOrder(order);
  const { strategyId, symbol, clientOrderId: id, purpose, request, reason } = order;
  const { time } = turn.state;
  turn.command({ kind: 'place', time, strategyId, symbol, clientOrderId: id, purpose, request, reason });
}

function termsOf(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  approved: Approved<SizedOrder>,
  slot: string | null,
  holders: readonly Order[],
  attempt: number,
): OrderTerms {
  const sequence = turn.state.nextSequence;
  const { symbol, purpose, request, plan, reason } = approved;
  return {
    clientOrderId: clientOrderId(desk.orderIdStart, sequence),
    sequence,
    strategyId: seat.strategy.id,
    slot,
    symbol,
    purpose,
    request,
    pairedWith: null,
    plan: purpose === 'exit' ? tightestPlan(holders) : plan,
    reason,
    placedTime: turn.state.time,
    attempt,
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
