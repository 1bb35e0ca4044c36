import { wholeLots } from '@org/domain';
import { approveFlatten } from '@org/risk';
import { isOn } from '../orders/free-funds.ts';
import { positionOf } from '../portfolio/position.ts';
import { cancelOrder } from '../routing/cancel.ts';
import { sendFlatten } from '../routing/send.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';

/** Ends every order of a strategy in a market, and sells what it holds there as soon as they have ended. */
export function flatten(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  reason: string,
  attempt = 1,
): void {
  const working = turn.ordersOf(seat).filter((order) => isOn(order, market));
  if (working.some((order) => order.slot === null && order.purpose === 'exit')) return;
  for (const order of working) cancelOrder(turn, order, reason);
  const holders = turn.ordersOf(seat).filter((order) => isOn(order, market));
  const { instrument } = market;
  const lots = wholeLots(positionOf(turn.state, seat, instrument.symbol).units, instrument);
  const approved = approveFlatten(seat.strategy.id, instrument.symbol, lots, reason, instrument);
  if (approved !== null) sendFlatten(desk, turn, seat, market, approved, holders, attempt);
}
