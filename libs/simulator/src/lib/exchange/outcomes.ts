import type { ExchangeFill, ExchangeOrder, ExchangeOrderList, PreventedMatch } from './exchange-order.ts';
import type { FilterKind } from './symbol-rules.ts';

/** Why the exchange does not do what it is asked to. */
export type ExchangeRefusal =
  | { readonly reason: 'filter'; readonly filter: FilterKind }
  | {
      readonly reason:
        | 'unknownSymbol'
        /** A decimal is finer than its asset. */
        | 'precision'
        | 'marketClosed'
        | 'mayNotTrade'
        | 'insufficientBalance'
        | 'duplicateOrder'
        | 'duplicateList'
        | 'wouldTake'
        | 'wouldTrigger'
        | 'noLiquidity'
        | 'worthNothing'
        | 'typeNotAllowed'
        | 'featureNotAllowed'
        | 'selfTradePreventionNotAllowed'
        | 'icebergNotAllowed'
        | 'unsupportedCombination'
        /** The legs of a pair are on the wrong sides of the market. */
        | 'pricesUnrelated'
        | 'unknownOrder'
        /** Both names were given and are not of one order. */
        | 'namesDiffer'
        | 'cancelRestricted'
        | 'orderNotOpen'
        | 'quantityNotReduced'
        | 'unknownList';
    };

/** Nothing was done, and nothing has changed. */
export interface Refused {
  readonly kind: 'refused';
  readonly refusal: ExchangeRefusal;
}

/** The exchange has taken an order. */
export interface Placed {
  readonly kind: 'placed';
  /** As it stands after matching. */
  readonly order: ExchangeOrder;
  readonly fills: readonly ExchangeFill[];
  readonly prevented: readonly PreventedMatch[];
}

/** The exchange has taken a list, whole. */
export interface ListPlaced {
  readonly kind: 'listPlaced';
  readonly list: ExchangeOrderList;
  /** Each as it was when the list was taken: a pending order is pending, even if its working order filled at once. */
  readonly orders: readonly ExchangeOrder[];
}

/** An order that is in no list has ended. */
export interface Cancelled {
  readonly kind: 'cancelled';
  readonly order: ExchangeOrder;
}

/** With one order of a list, all of them are taken back. */
export interface ListCancelled {
  readonly kind: 'listCancelled';
  readonly list: ExchangeOrderList;
  readonly orders: readonly ExchangeOrder[];
}

/** An order is smaller than it was, and keeps its place in the queue. */
export interface Amended {
  readonly kind: 'amended';
  readonly order: ExchangeOrder;
  /** The list, where the amended order is in one; its other legs are amended with it. */
  readonly list: ExchangeOrderList | null;
  readonly previousClientOrderId: string;
}

/** What comes of each request. */
export type PlaceOutcome = Placed | Refused;
/** The answer to a list: taken as a whole, or refused as a whole. */
export type PlaceListOutcome = ListPlaced | Refused;
/** The answer to a cancel; an order of a list takes the list with it. */
export type CancelOutcome = Cancelled | ListCancelled | Refused;
/** The answer to a wish for a smaller quantity. */
export type AmendOutcome = Amended | Refused;

/** Both halves; null for what was not attempted. */
export interface CancelReplaceOutcome {
  readonly cancel: CancelOutcome;
  readonly place: PlaceOutcome | null;
}
