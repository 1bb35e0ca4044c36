import type { Amount, LimitOrder, ProtectionPlan, StopOrder } from '@org/domain';
import { priceValue, ZERO } from '@org/domain';
import type { Approved, Protection } from '@org/risk';
import { clientOrderId } from '../orders/client-order-id.ts';
import type { OrderTerms } from '../orders/new-order.ts';
import { newOrder } from '../orders/new-order.ts';
import { IN_FLIGHT } from '../orders/order-lifecycle.ts';
import { reservationOf } from '../orders/reservation.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';

/** The levels stand in the orders themselves. */
const PROTECTION = 'protection of the position';

/** What the two orders of a protection differ in. */
interface Leg {
  readonly id: string;
  readonly sequence: number;
  readonly request: StopOrder | LimitOrder;
  readonly pairedWith: string | null;
  readonly attempt: number;
}

/** Puts a stop, a target, or both as a pair, on the exchange. */
export function placeProtection(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  { stop, target }: Approved<Protection>,
  attempt: number,
): void {
  const { instrument } = market;
  const { symbol } = instrument;
  const { time, nextSequence } = turn.state;
  const strategyId = seat.strategy.id;
  const plan = {
    stopPrice: stop === null ? null : priceValue(stop.stopPrice, instrument),
    targetPrice: target === null ? null : priceValue(target.price, instrument),
  };
  const reason = PROTECTION;
  const targetSequence = stop === null ? nextSequence : nextSequence + 1;
  const stopId = clientOrderId(desk.orderIdStart, nextSequence);
  const targetId = stop === null ? stopId : clientOrderId(desk.orderIdStart, targetSequence);

  if (stop !== null) {
    const pairedWith = target === null ? null : targetId;
    const leg = { id: stopId, sequence: nextSequence, request: stop, pairedWith, attempt };
    addLeg(turn, seat, market, plan, 'stop', leg, reservationOf(stop, instrument));
  }
  if (target !== null) {
    const pairedWith = stop === null ? null : stopId;
    const leg = { id: targetId, sequence: targetSequence, request: target, pairedWith, attempt };
    const reserved = stop === null ? reservationOf(target, instrument) : ZERO;
    addLeg(turn, seat, market, plan, 'target', leg, reserved);
  }
  if (stop !== null && target !== null) {
    const stopLeg = { clientOrderId: stopId, request: stop };
    const targetLeg = { clientOrderId: targetId, request: target };
    turn.command({ kind: 'placePair', time, strategyId, symbol, stop: stopLeg, target: targetLeg, reason });
    return;
  }
  const request = stop ?? target;
  if (request === null) return;
  const purpose = stop === null ? 'target' : 'stop';
  const id = stop === null ? targetId : stopId;
  turn.command({ kind: 'place', time, strategyId, symbol, clientOrderId: id, purpose, request, reason });
}

function addLeg(
  turn: Turn,
  seat: Seat,
  { instrument: { symbol } }: Market,
  plan: ProtectionPlan,
  purpose: 'stop' | 'target',
  { id, sequence, request, pairedWith, attempt }: Leg,
  reserved: Amount,
): void {
  const { time: placedTime } = turn.state;
  const strategyId = seat.strategy.id;
  const terms: OrderTerms = {
    clientOrderId: id,
    sequence,
    strategyId,
    slot: null,
    symbol,
    purpose,
    request,
    pairedWith,
    plan,
    reason: PROTECTION,
    placedTime,
    attempt,
  };
  turn.addOrder(newOrder(terms, reserved, IN_FLIGHT));
}
