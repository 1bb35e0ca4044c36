import { quantity } from '@org/domain';
import { unitsOf } from '../accounts/units.ts';
import type { Seat } from '../listing/seat.ts';
import { reach } from '../matching/reach.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import type { ExchangeRefusal } from '../outcomes.ts';

/**
 * A market order by quote with the quantity that its quote buys, or must be sold for, at the prices of the book: whole
 * steps of the symbol's lot size, never more than the quote.
 */
export function sizedByQuote(seat: Seat, terms: OrderTerms): OrderTerms | ExchangeRefusal {
  const { book, filters } = seat.listing;
  const isBuy = terms.side === 'buy';
  const limit = isBuy ? Infinity : 0;
  const found = reach(seat, book.otherSide(isBuy), limit, terms.selfTradePrevention, {
    quote: unitsOf(terms.quoteQuantity ?? 0n),
  });
  const lots = found.lots - (found.lots % filters.stepLots);
  if (lots >= filters.minLots) return { ...terms, quantity: quantity(lots) };
  return found.isExhausted ? { reason: 'noLiquidity' } : { reason: 'filter', filter: 'lotSize' };
}
