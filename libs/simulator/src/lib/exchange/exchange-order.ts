import type { Amount, Price, Quantity, Side } from '@org/domain';
import type { ExchangeOrderType, SelfTradePrevention } from './symbol-rules.ts';

/** Good till cancelled, immediate or cancel, fill or kill. */
export type TimeInForce = 'gtc' | 'ioc' | 'fok';

/** Where an order stands; the last five are ends. */
export type ExchangeOrderStatus =
  | 'pendingNew'
  | 'new'
  | 'partiallyFilled'
  | 'filled'
  | 'cancelled'
  | 'rejected'
  | 'expired'
  | 'expiredInMatch';

/** Why an order ended without a cancel and without being filled. */
export type ExpiryReason =
  | 'rejected'
  | 'exchangeCancelled'
  | 'ocoTriggered'
  | 'otoPhaseOneExpired'
  | 'iocRest'
  | 'fokUnfilled'
  | 'insufficientLiquidity'
  | 'priceRangeExceeded';

/** A stop that follows the market. */
export interface TrailingStop {
  readonly deltaBips: number;
  /** When it began to follow, ms UTC; null while it waits for its stop price. */
  readonly activeSince: number | null;
  /** The best price seen since; null before the first. */
  readonly extremePrice: Price | null;
}

/** An order as it stands: a value, made anew where it is asked for. Prices and quantities are on the symbol's grid. */
export interface ExchangeOrder {
  readonly symbol: string;
  readonly accountId: string;
  readonly orderId: number;
  readonly listId: number | null;
  readonly clientOrderId: string;
  readonly side: Side;
  readonly type: ExchangeOrderType;
  readonly timeInForce: TimeInForce;
  /** 0 where the order names none. */
  readonly price: Price;
  readonly stopPrice: Price | null;
  readonly trailing: TrailingStop | null;
  /** What of it is shown at a time; null where all of it is. */
  readonly icebergQuantity: Quantity | null;
  readonly quantity: Quantity;
  /** Of a market order by quote: what may be spent, or must come in. */
  readonly quoteQuantity: Amount | null;
  readonly executed: Quantity;
  readonly executedQuote: Amount;
  /** What self-trade prevention has taken away. */
  readonly prevented: Quantity;
  readonly status: ExchangeOrderStatus;
  readonly expiryReason: ExpiryReason | null;
  /** Whether it is in the book or has been matched: a stop works once it is triggered. */
  readonly isWorking: boolean;
  readonly selfTradePrevention: SelfTradePrevention;
  readonly strategyId: number | null;
  readonly strategyType: number | null;
  /** ms UTC, market time. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly workingSince: number | null;
}

/** One trade of an order. */
export interface ExchangeFill {
  readonly tradeId: number;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly quoteQuantity: Amount;
  readonly commission: Amount;
  readonly commissionAsset: string;
  readonly isMaker: boolean;
}

/** A trade that self-trade prevention has prevented. */
export interface PreventedMatch {
  readonly preventedMatchId: number;
  readonly mode: SelfTradePrevention;
  readonly takerOrderId: number;
  readonly takerAccountId: string;
  readonly makerOrderId: number;
  readonly makerAccountId: string;
  readonly price: Price;
  readonly takerPrevented: Quantity;
  readonly makerPrevented: Quantity;
}

/** How the orders of a list depend on each other: one cancels the other, or one brings the others in. */
export type ListContingency = 'oco' | 'oto';
/** What has just happened to a list. */
export type ListStatus = 'response' | 'executionStarted' | 'updated' | 'allDone';
/** How far the orders of a list are. */
export type ListOrderStatus = 'executing' | 'allDone' | 'reject';

/** Orders that depend on each other. `oto` is every list with a working order and pending ones. */
export interface ExchangeOrderList {
  readonly symbol: string;
  readonly accountId: string;
  readonly listId: number;
  readonly listClientOrderId: string;
  readonly contingency: ListContingency;
  readonly status: ListStatus;
  readonly orderStatus: ListOrderStatus;
  readonly transactionTime: number;
  readonly orders: readonly { readonly orderId: number; readonly clientOrderId: string }[];
}
