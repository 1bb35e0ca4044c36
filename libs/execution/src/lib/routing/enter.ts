import type { BracketIntent, Order, PlaceIntent } from '@org/domain';
import { approveOrder } from '@org/risk';
import { orderInSlot } from '../orders/working-orders.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import { findMarket } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';
import { orderView } from './order-view.ts';
import { refuse } from './refuse.ts';
import { sendApproved } from './send.ts';

/** Asks risk about a new order, and sends it when approved. A slot holds one order at a time. */
export function enter(desk: Desk, turn: Turn, seat: Seat, intent: PlaceIntent | BracketIntent): void {
  const occupant = orderInSlot(turn.ordersOf(seat), intent.slot);
  if (occupant !== undefined) {
    refuse(turn, seat, intent.slot, [
      {
        limit: 'slot',
        allowed: 'one order in a slot',
        observed: occupant.clientOrderId,
        reason: `slot ${intent.slot} still holds an order: cancel or replace it first`,
      },
    ]);
    return;
  }
  const market = findMarket(desk, intent.symbol);
  if (market === undefined) {
    refuse(turn, seat, intent.slot, [
      {
        limit: 'market',
        allowed: [...desk.marketBySymbol.keys()].join(', '),
        observed: intent.symbol,
        reason: 'this session does not trade that market',
      },
    ]);
    return;
  }
  approveAndSend(desk, turn, seat, market, intent, null);
}

/** As `enter`; what `replaced` reserves counts as free, since the new order waits for its end. */
export function approveAndSend(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  intent: PlaceIntent | BracketIntent,
  replaced: Order | null,
): void {
  const [lost] = turn.state.lostStreams;
  if (lost !== undefined && intent.side === 'buy') {
    refuse(turn, seat, intent.slot, [
      {
        limit: 'connection',
        allowed: 'every stream connected',
        observed: `${lost} is lost`,
        reason: 'no entry while a connection is lost: what is known may be old',
      },
    ]);
    return;
  }
  const approval = approveOrder(
    seat.strategy.id,
    intent,
    orderView(desk, turn, seat, market, replaced),
    desk.limits,
  );
  if (approval.outcome === 'refused') refuse(turn, seat, intent.slot, approval.refusals);
  else sendApproved(desk, turn, seat, market, approval.order, replaced);
}
