import type { Seat } from '../listing/seat.ts';
import { LiveOrder } from './live-order.ts';
import type { OrderTerms } from './order-terms.ts';
import { HAS_MORE, traitsOf } from './traits.ts';

/** Makes an order of a free row. */
export function beginOrder(id: number, seat: Seat, terms: OrderTerms, now: number): LiveOrder {
  const { listing, number } = seat;
  const { rows } = listing;
  const { price, quantity, clientOrderId } = terms;
  const bits = traitsOf(terms);
  const pricedAt = price ?? terms.stopPrice ?? listing.lastPrice ?? 0;
  const slot = rows.begin(id, number, bits, quantity ?? 0, price ?? NaN, pricedAt, now);
  if (clientOrderId !== null) rows.setName(slot, clientOrderId);
  if ((bits & HAS_MORE) !== 0) rows.terms.set(slot, terms);
  return new LiveOrder(rows, slot);
}
