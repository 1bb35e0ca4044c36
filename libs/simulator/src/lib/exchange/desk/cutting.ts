import type { LiveOrder } from '../orders/live-order.ts';
import type { Floor } from './floor.ts';

/** Takes `lots` off an order, which keeps its place; with all of it, it is gone. Gives what is left. */
export function cutDown(
  { lifecycle, lists, tape }: Floor,
  order: LiveOrder,
  lots: number,
  now: number,
): number {
  if (lots >= order.remaining) {
    lifecycle.end(order, 'cancelled', null, now);
    return 0;
  }
  const { level, seat } = order;
  const shown = level?.shown;
  level?.reduce(order, lots);
  if (order.isBuy) seat.openBuyLots -= lots;
  order.resize(-lots);
  order.updatedAt = now;
  lists.relax(order);
  const isSeen = level !== null && order.isWorking && level.shown !== shown;
  if (isSeen) tape.level(seat.listing, level, now);
  return order.remaining;
}
