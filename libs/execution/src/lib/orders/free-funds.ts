import type { Amount, Order } from '@org/domain';
import { amount, ZERO } from '@org/domain';
import { positionOf } from '../portfolio/position.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import { findMarket } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import { reservationOf } from './reservation.ts';
import type { Tally, TallyName } from './tally.ts';

/** Where the state stands, and the working orders of each strategy. */
export interface Working {
  readonly state: TradingState;
  ordersOf(seat: Seat): readonly Order[];
  tally(name: TallyName, index: number): Tally;
}

/** A strategy's quote that no order of its own has reserved or is waiting for. */
export function freeCash(desk: Desk, turn: Working, seat: Seat): Amount {
  const orders = turn.ordersOf(seat);
  const claimed = turn.tally('buys', seat.index);
  for (; claimed.counted < orders.length; claimed.counted++) {
    const order = orders[claimed.counted];
    if (order?.request.side === 'buy') claimed.sum += claimOf(desk, turn.state, order);
  }
  return amount((turn.state.workers[seat.index]?.cash ?? ZERO) - claimed.sum);
}

/** A strategy's base in one market that nothing but its own protection has reserved, and no exit is waiting for. */
export function sellableUnits(desk: Desk, turn: Working, seat: Seat, market: Market): Amount {
  const orders = turn.ordersOf(seat);
  const claimed = turn.tally('exits', seat.index * desk.markets.length + market.index);
  for (; claimed.counted < orders.length; claimed.counted++) {
    const order = orders[claimed.counted];
    if (order?.purpose === 'exit' && isOn(order, market)) claimed.sum += claimOf(desk, turn.state, order);
  }
  return amount(positionOf(turn.state, seat, market.instrument.symbol).units - claimed.sum);
}

/** A strategy's base in one market that no order at all has reserved. */
export function unreservedUnits(turn: Working, seat: Seat, market: Market): Amount {
  let free: bigint = positionOf(turn.state, seat, market.instrument.symbol).units;
  for (const order of turn.ordersOf(seat)) {
    if (order.request.side === 'sell' && isOn(order, market)) free -= order.reserved;
  }
  return amount(free);
}

/**
 * What an order takes from what is free: what it has reserved. One that waits has reserved nothing yet, and takes what
 * it will need beyond that which the order that it replaces gives back.
 */
export function claimOf(desk: Desk, state: TradingState, order: Order): Amount {
  if (order.state.kind !== 'waiting') return order.reserved;
  const market = findMarket(desk, order.symbol);
  if (market === undefined) return ZERO;
  let claim: bigint = reservationOf(order.request, market.instrument);
  for (const replaced of predecessorsOf(state, order)) claim -= replaced.reserved;
  return amount(claim > 0n ? claim : 0n);
}

/** The working orders that a waiting one replaces: those that it waits for, other than protection. */
export function predecessorsOf({ orders }: TradingState, { state, purpose }: Order): readonly Order[] {
  if (state.kind !== 'waiting') return [];
  return orders.filter((order) => order.purpose === purpose && state.for.includes(order.clientOrderId));
}

/** Whether an order is one of this market. */
export function isOn({ symbol }: Order, { instrument }: Market): boolean {
  return symbol === instrument.symbol;
}
