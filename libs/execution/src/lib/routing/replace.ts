import type { OrderIntent, PlaceIntent, ReplaceIntent } from '@org/domain';
import type { Desk, Seat } from '../state/desk.ts';
import { marketOf } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';
import { orderInSlot } from '../orders/working-orders.ts';
import { approveAndSend } from './enter.ts';
import { refuse } from './refuse.ts';

/** Moves the resting order of a slot: the new one is approved like any other, and waits for the end of the old one. */
export function replaceSlot(desk: Desk, turn: Turn, seat: Seat, intent: ReplaceIntent): void {
  const old = orderInSlot(turn.ordersOf(seat), intent.slot);
  if (old === undefined) {
    refuse(turn, seat, intent.slot, [
      {
        limit: 'slot',
        allowed: 'a slot with a working order',
        observed: 'an empty slot',
        reason: `nothing to replace in slot ${intent.slot}: it was filled or cancelled`,
      },
    ]);
    return;
  }
  const place = {
    kind: 'place',
    slot: intent.slot,
    symbol: old.symbol,
    side: old.request.side,
    size: intent.size,
    pricing: { type: 'limit', price: intent.price },
    reason: intent.reason,
  } as const satisfies PlaceIntent & OrderIntent;
  approveAndSend(desk, turn, seat, marketOf(desk, old.symbol), place, old);
}
