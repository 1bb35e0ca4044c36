import { checkFilters } from '../filters/check-filters.ts';
import type { Listing } from '../listing/listing.ts';
import type { Seat } from '../listing/seat.ts';
import type { ExchangeRefusal } from '../outcomes.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { isContingent, isTriggeredAbove } from '../orders/order-terms.ts';
import type { OrderFeature } from '../symbol-rules.ts';

/** Why the symbol's rules do not allow an order; null where they do. */
export function ruledOut({ rules }: Listing, terms: OrderTerms): ExchangeRefusal | null {
  if (rules.status !== 'trading') return { reason: 'marketClosed' };
  if (!rules.orderTypes.includes(terms.type)) return { reason: 'typeNotAllowed' };
  const has = (feature: OrderFeature) => rules.features.includes(feature);
  if (terms.icebergQuantity !== null && !has('iceberg')) return { reason: 'icebergNotAllowed' };
  if (terms.trailingDeltaBips !== null && !has('trailingStop')) return { reason: 'featureNotAllowed' };
  if (terms.quoteQuantity !== null && !has('quoteQuantity')) return { reason: 'featureNotAllowed' };
  if (!rules.allowedSelfTradePrevention.includes(terms.selfTradePrevention)) {
    return { reason: 'selfTradePreventionNotAllowed' };
  }
  return null;
}

/** The filter that an order fails; null where it passes all. */
export function filteredOut(seat: Seat, terms: OrderTerms): ExchangeRefusal | null {
  const filter = checkFilters(terms, seat.listing.filters, seat.facts);
  return filter === null ? null : { reason: 'filter', filter };
}

/** Why an order cannot start as the book stands; null where it can. Names and money are not looked at. */
export function misplaced({ listing }: Seat, terms: OrderTerms): ExchangeRefusal | null {
  const { type, price, stopPrice, quantity } = terms;
  const isBuy = terms.side === 'buy';
  const best = listing.book.otherSide(isBuy).best;
  if (type === 'limitMaker' && best !== null && price !== null && best.side.reaches(best.price, price)) {
    return { reason: 'wouldTake' };
  }
  if (isContingent(type) && stopPrice !== null && listing.lastPrice !== null) {
    const isAbove = isTriggeredAbove(type, isBuy);
    const isPast = isAbove ? listing.lastPrice >= stopPrice : listing.lastPrice <= stopPrice;
    if (isPast) return { reason: 'wouldTrigger' };
  }
  if (price !== null && quantity !== null && listing.worth.quote(price, quantity) === 0n) {
    return { reason: 'worthNothing' };
  }
  return null;
}
