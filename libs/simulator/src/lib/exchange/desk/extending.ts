import type { LiveOrder } from '../orders/live-order.ts';
import type { Floor } from './floor.ts';

/** Adds `lots` to an order where it stands in the book. */
export function extend({ tape }: Floor, order: LiveOrder, lots: number, now: number): void {
  const { level, seat } = order;
  if (level === null) return;
  level.extend(order, lots);
  if (order.isBuy) seat.openBuyLots += lots;
  order.resize(lots);
  order.updatedAt = now;
  tape.level(seat.listing, level, now);
}
