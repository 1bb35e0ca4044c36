import type { Decimal, Side } from '@org/domain';
import type { TimeInForce } from './exchange-order.ts';
import type { ExchangeOrderType, SelfTradePrevention } from './symbol-rules.ts';

/** A size in base, or for market orders in quote. */
export type RequestedSize = { readonly base: Decimal } | { readonly quote: Decimal };

/**
 * An order as it is asked for, in decimals: nothing is rounded, what the rules do not allow is refused. The terms that
 * a type needs (a price for a limit, a stop price or a trailing delta for a stop) are checked by who reads the request.
 */
export interface PlaceRequest {
  readonly accountId: string;
  readonly symbol: string;
  /** Null for one that the exchange makes up. */
  readonly clientOrderId: string | null;
  readonly side: Side;
  readonly type: ExchangeOrderType;
  readonly timeInForce: TimeInForce;
  readonly size: RequestedSize;
  readonly price: Decimal | null;
  readonly stopPrice: Decimal | null;
  readonly trailingDeltaBips: number | null;
  readonly icebergQuantity: Decimal | null;
  /** Null for the symbol's default. */
  readonly selfTradePrevention: SelfTradePrevention | null;
  readonly strategyId: number | null;
  readonly strategyType: number | null;
}

/** One order of a list: what is not common to all of them. */
export type ListedOrder = Omit<PlaceRequest, 'accountId' | 'symbol' | 'selfTradePrevention'>;

/** A pending order that sells what its working order has bought: its size is known when that is filled. */
export type PaidOrder = Omit<ListedOrder, 'size'>;

interface ListBasics {
  readonly accountId: string;
  readonly symbol: string;
  readonly listClientOrderId: string;
  readonly selfTradePrevention: SelfTradePrevention | null;
}

/** One cancels the other: `above` has the higher price. */
export interface OcoRequest extends ListBasics {
  readonly kind: 'oco';
  readonly above: ListedOrder;
  readonly below: ListedOrder;
}

/** One triggers the other: `pending` rests when `working` is filled whole. */
export interface OtoRequest extends ListBasics {
  readonly kind: 'oto';
  readonly working: ListedOrder;
  readonly pending: ListedOrder;
}

/** One triggers a pair. */
export interface OtocoRequest extends ListBasics {
  readonly kind: 'otoco';
  readonly working: ListedOrder;
  readonly above: ListedOrder;
  readonly below: ListedOrder;
}

/** One pays the other: a buy, and a sell of what it has brought, less fees, in whole lots. */
export interface OpoRequest extends ListBasics {
  readonly kind: 'opo';
  readonly working: ListedOrder;
  readonly pending: PaidOrder;
}

/** One pays a pair. */
export interface OpocoRequest extends ListBasics {
  readonly kind: 'opoco';
  readonly working: ListedOrder;
  readonly above: PaidOrder;
  readonly below: PaidOrder;
}

/** Orders that depend on each other. */
export type ListRequest = OcoRequest | OtoRequest | OtocoRequest | OpoRequest | OpocoRequest;

/** Which order is meant; where both names are given, both must fit. */
export interface OrderName {
  readonly accountId: string;
  readonly symbol: string;
  readonly orderId: number | null;
  readonly clientOrderId: string | null;
}

/** Take an order back; `only` refuses that unless it has the status named. */
export interface CancelRequest extends OrderName {
  /** Names the cancel itself in its report. */
  readonly cancelId: string;
  readonly only: 'new' | 'partiallyFilled' | null;
}

/** Take one order back and place another in one go; `mode` says whether the second needs the first to succeed. */
export interface CancelReplaceRequest {
  readonly cancel: CancelRequest;
  readonly place: PlaceRequest;
  readonly mode: 'stopOnFailure' | 'allowFailure';
}

/** Make an order smaller where it stands. */
export interface AmendRequest extends OrderName {
  readonly newQuantity: Decimal;
  readonly newClientOrderId: string;
}

/** Which list is meant; where both names are given, both must fit. */
export interface ListName {
  readonly accountId: string;
  readonly symbol: string;
  readonly listId: number | null;
  readonly listClientOrderId: string | null;
}
