import type { LimitOrder, Order, OrderPurpose, StopOrder } from '@org/domain';
import { priceValue, quantity, ZERO } from '@org/domain';
import type { Approved, Protection } from '@org/risk';
import { clientOrderId } from '../orders/client-order-id.ts';
import { reservationOf } from '../orders/reservation.ts';
import { addOrder } from '../routing/send.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';

/** The levels stand in the orders themselves. */
const PROTECTION = 'protection of the position';

/** Puts a stop, a target, or both as a pair, on the exchange. */
export function placeProtection(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  { stop, target }: Approved<Protection>,
): void {
  const { instrument } = market;
  const plan = {
    stopPrice: stop === null ? null : priceValue(stop.stopPrice, instrument),
    targetPrice: target === null ? null : priceValue(target.price, instrument),
  };
  const first = turn.state.nextSequence;
  const stopId = clientOrderId(desk.setup.orderIdPrefix, first);
  const targetId = clientOrderId(desk.setup.orderIdPrefix, stop === null ? first : first + 1);
  const reason = PROTECTION;
  const facts = {
    strategyId: seat.strategy.id,
    symbol: instrument.symbol,
    plan,
    reason,
    placedTime: turn.state.time,
  };
  const paired = stop !== null && target !== null;

  if (stop !== null) {
    const pairedWith = paired ? targetId : null;
    addOrder(turn, {
      ...facts,
      ...leg(stopId, first, 'stop', stop),
      pairedWith,
      reserved: reservationOf(stop, instrument),
    });
  }
  if (target !== null) {
    const sequence = stop === null ? first : first + 1;
    const reserved = paired ? ZERO : reservationOf(target, instrument);
    addOrder(turn, {
      ...facts,
      ...leg(targetId, sequence, 'target', target),
      pairedWith: paired ? stopId : null,
      reserved,
    });
  }
  const { time } = turn.state;
  const { strategyId, symbol } = facts;
  if (stop !== null && target !== null) {
    turn.command({
      kind: 'placePair',
      time,
      strategyId,
      symbol,
      stop: { clientOrderId: stopId, request: stop },
      target: { clientOrderId: targetId, request: target },
      reason,
    });
    return;
  }
  const request = stop ?? target;
  if (request === null) return;
  const purpose = stop === null ? 'target' : 'stop';
  const id = stop === null ? targetId : stopId;
  turn.command({ kind: 'place', time, strategyId, symbol, clientOrderId: id, purpose, request, reason });
}

function leg(id: string, sequence: number, purpose: OrderPurpose, request: StopOrder | LimitOrder) {
  return {
    clientOrderId: id,
    sequence,
    slot: null,
    purpose,
    request,
    filled: quantity(0),
    lastTradeId: -1,
    state: { kind: 'pendingNew', thenCancel: false },
  } as const satisfies Partial<Order>;
}
