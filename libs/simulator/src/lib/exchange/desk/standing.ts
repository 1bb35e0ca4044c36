import type { Seat } from '../listing/seat.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { LiveOrder } from '../orders/live-order.ts';
import { isRestingLimit, traitsOf } from '../orders/traits.ts';
import type { Floor } from './floor.ts';

/** What came of an order that can do nothing but stand in the book. */
export type Standing = LiveOrder | 'insufficientBalance' | 'notSure';

/**
 * Puts an order into the book that is sure to do nothing but stand there: a limit order with nothing more to it, behind
 * whatever it could trade with. It comes to the same as what every order goes through, in one go, since most orders are
 * such. Of any other it says `notSure`, and nothing has happened.
 */
export function standAtOnce(floor: Floor, seat: Seat, terms: OrderTerms, now: number): Standing {
  const { price, quantity, clientOrderId } = terms;
  const bits = traitsOf(terms);
  const isBuy = terms.side === 'buy';
  const { listing } = seat;
  if (price === null || quantity === null || !isRestingLimit(bits)) return 'notSure';
  if (listing.book.otherSide(isBuy).isReached(price)) return 'notSure';
  const need = isBuy ? listing.worth.quote(price, quantity) : listing.worth.base(quantity);
  if (typeof need !== 'number') return 'notSure';
  if (seat.trader.isFunded && !floor.ledger.hold(isBuy ? seat.quote : seat.base, need))
    return 'insufficientBalance';

  const { rows } = listing;
  const id = floor.nextOrderId++;
  const level = listing.book.ownSide(isBuy).levelFor(price);
  const locked = seat.trader.isFunded ? need : 0;
  const slot = rows.beginStanding(
    id,
    seat.number,
    bits,
    quantity,
    price,
    locked,
    level.number,
    listing.nextPlace++,
    now,
  );
  if (clientOrderId !== null) rows.names[slot] = clientOrderId;
  const order = new LiveOrder(rows, slot);
  seat.enter(order);
  floor.tape.report(order, 'new', now);
  level.join(slot, quantity, seat.trader.isFunded);
  floor.tape.level(listing, level, now);
  return order;
}
