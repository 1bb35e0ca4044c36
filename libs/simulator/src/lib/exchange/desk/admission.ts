import { checkFilters } from '../filters/check-filters.ts';
import type { Listing } from '../listing/listing.ts';
import type { Listings } from '../listing/listings.ts';
import type { Seat } from '../listing/seat.ts';
import type { ListTerms } from '../order-lists/list-terms.ts';
import { listTerms } from '../order-lists/list-terms.ts';
import { termsOf } from '../orders/terms-of.ts';
import type { Traders } from '../accounts/traders.ts';
import type { ListRequest, PlaceRequest } from '../requests.ts';
import type { ExchangeRefusal } from '../outcomes.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { isContingent, isTriggeredAbove } from '../orders/order-terms.ts';
import type { OrderFeature } from '../symbol-rules.ts';

/** Terms that a symbol's rules and filters allow. */
export interface Admitted<Terms> {
  readonly seat: Seat;
  readonly terms: Terms;
}

/** A request as terms on its symbol's grid, or why it comes no further than the door. */
export function admit(
  request: PlaceRequest,
  listings: Listings,
  traders: Traders,
): Admitted<OrderTerms> | ExchangeRefusal {
  const seat = seatFor(request, listings, traders);
  if ('reason' in seat) return seat;
  const terms = termsOf(request, request.selfTradePrevention, seat.listing);
  if ('reason' in terms) return terms;
  return ruledOut(seat.listing, terms) ?? filteredOut(seat, terms) ?? { seat, terms };
}

/** The same for a list; its rules and filters are asked by who takes it. */
export function admitList(
  request: ListRequest,
  listings: Listings,
  traders: Traders,
): Admitted<ListTerms> | ExchangeRefusal {
  const seat = seatFor(request, listings, traders);
  if ('reason' in seat) return seat;
  const terms = listTerms(request, seat.listing);
  return 'reason' in terms ? terms : { seat, terms };
}

function seatFor(
  { accountId, symbol }: Pick<PlaceRequest, 'accountId' | 'symbol'>,
  listings: Listings,
  traders: Traders,
): Seat | ExchangeRefusal {
  const listing = listings.get(symbol);
  if (listing === undefined) return { reason: 'unknownSymbol' };
  const trader = traders.require(accountId);
  return trader.account.canTrade ? listing.seatOf(trader) : { reason: 'mayNotTrade' };
}

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

function filteredOut(seat: Seat, terms: OrderTerms): ExchangeRefusal | null {
  const filter = checkFilters(terms, seat.listing.filters, seat.facts);
  return filter === null ? null : { reason: 'filter', filter };
}

/** Why an order cannot start as the book stands; null where it can. Names and money are not looked at. */
export function misplaced({ listing }: Seat, terms: OrderTerms): ExchangeRefusal | null {
  const { type, price, stopPrice, quantity } = terms;
  const isBuy = terms.side === 'buy';
  const best = type === 'limitMaker' ? listing.book.otherSide(isBuy).best : null;
  if (best !== null && price !== null && best.side.reaches(best.price, price)) {
    return { reason: 'wouldTake' };
  }
  if (isContingent(type) && stopPrice !== null && listing.lastPrice !== null) {
    const isAbove = isTriggeredAbove(type, isBuy);
    const isPast = isAbove ? listing.lastPrice >= stopPrice : listing.lastPrice <= stopPrice;
    if (isPast) return { reason: 'wouldTrigger' };
  }
  if (price !== null && quantity !== null && listing.worth.quote(price, quantity) === 0) {
    return { reason: 'worthNothing' };
  }
  return null;
}
