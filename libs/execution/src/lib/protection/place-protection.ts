import { priceValue, ZERO } from '@org/domain';
import type { Approved, Protection } from '@org/risk';
import { clientOrderId } from '../orders/client-order-id.ts';
import { newOrder } from '../orders/new-order.ts';
import { reservationOf } from '../orders/reservation.ts';
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
  const { symbol } = instrument;
  const { time, nextSequence } = turn.state;
  const strategyId = seat.strategy.id;
  const plan = {
    stopPrice: stop === null ? null : priceValue(stop.stopPrice, instrument),
    targetPrice: target === null ? null : priceValue(target.price, instrument),
  };
  const reason = PROTECTION;
  const common = { strategyId, slot: null, symbol, plan, reason, placedTime: time };
  const targetSequence = stop === null ? nextSequence : nextSequence + 1;
  const stopId = clientOrderId(desk.setup.orderIdPrefix, nextSequence);
  const targetId = clientOrderId(desk.setup.orderIdPrefix, targetSequence);

  if (stop !== null) {
    const reserved = reservationOf(stop, instrument);
    const pairedWith = target === null ? null : targetId;
    const own = { clientOrderId: stopId, sequence: nextSequence, request: stop, pairedWith } as const;
    turn.addOrder(newOrder({ ...common, ...own, purpose: 'stop' }, reserved));
  }
  if (target !== null) {
    const reserved = stop === null ? reservationOf(target, instrument) : ZERO;
    const pairedWith = stop === null ? null : stopId;
    const own = { clientOrderId: targetId, sequence: targetSequence, request: target, pairedWith } as const;
    turn.addOrder(newOrder({ ...common, ...own, purpose: 'target' }, reserved));
  }
  if (stop !== null && target !== null) {
    const legs = {
      stop: { clientOrderId: stopId, request: stop },
      target: { clientOrderId: targetId, request: target },
    };
    turn.command({ kind: 'placePair', time, strategyId, symbol, ...legs, reason });
    return;
  }
  const request = stop ?? target;
  if (request === null) return;
  const purpose = stop === null ? 'target' : 'stop';
  const id = stop === null ? targetId : stopId;
  turn.command({ kind: 'place', time, strategyId, symbol, clientOrderId: id, purpose, request, reason });
}
