import type { Units } from '../accounts/units.ts';
import type { LiveOrder } from './live-order.ts';

/**
 * What must be held back for what is left of an order: for a sell its quantity, for a buy its worth at its limit. A stop
 * that will buy at the market is reckoned at its stop price, or at the last price where it has none: what it really
 * costs is known when it is triggered.
 */
export function needOf(order: LiveOrder): Units {
  const { worth } = order.seat.listing;
  return order.isBuy ? worth.quote(order.pricedAt, order.remaining) : worth.base(order.remaining);
}
