import type { Seat } from '../listing/seat.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { LiveOrder } from '../orders/live-order.ts';
import { IS_KNOWN, IS_SELL, IS_WORKING, isRestingLimit, traitsOf } from '../orders/traits.ts';
import type { Floor } from './floor.ts';

/**
 * Puts an order into the book that is sure to do nothing but stand there: a limit order with nothing more to it, behind
 * whatever it could trade with. It comes to the same as what every order goes through, in one go, since most orders are
 * such. Of any other, and of one that may not be paid for, it says null, and nothing has happened.
 */
export function standAtOnce(floor: Floor, seat: Seat, terms: OrderTerms, now: number): LiveOrder | null {
  const { price, quantity, clientOrderId } = terms;
  if (price === null || quantity === null || terms.timeInForce !== 'gtc') return null;
  const bits = traitsOf(terms);
  if (!isRestingLimit(bits)) return null;
  const isBuy = (bits & IS_SELL) === 0;
  const { listing, trader } = seat;
  const { rows, worth, book } = listing;
  if (book.otherSide(isBuy).isReached(price)) return null;
  const cost = worth.quoteInDouble(price, quantity);
  const need = isBuy ? cost : worth.baseInDouble(quantity);
  if (!(cost > 0 && need === need)) return null;
  const { isFunded } = trader;
  if (isFunded) {
    const from = isBuy ? seat.quote : seat.base;
    if (!from.holdInDoubles(need)) return null;
    floor.ledger.touch(from);
  }
  const id = floor.nextOrderId++;
  const level = book.ownSide(isBuy).levelFor(price);
  const slot = rows.beginStanding(
    id,
    seat.number,
    bits | IS_WORKING | IS_KNOWN,
    quantity,
    price,
    isFunded ? need : 0,
    level.number,
    listing.nextPlace++,
    now,
  );
  if (clientOrderId !== null) rows.setName(slot, clientOrderId);
  const order = new LiveOrder(rows, slot);
  if (slot !== rows.home(id)) listing.orders.addAway(id, slot);
  seat.count(order, bits, 1);
  floor.tape.report(order, 'new', now);
  rows.levels.join(level.number, slot, quantity, isFunded ? 0 : quantity);
  floor.tape.level(listing, level, now);
  return order;
}
