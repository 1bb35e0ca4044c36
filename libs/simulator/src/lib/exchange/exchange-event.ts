import type { Amount, Price, Quantity, Side } from '@org/domain';
import type { ExchangeBalance } from './exchange-account.ts';
import type { ExchangeFill, ExchangeOrder, ExchangeOrderList, PreventedMatch } from './exchange-order.ts';
import type { SymbolRules } from './symbol-rules.ts';

/** What has happened to an order of a funded account. */
export interface OrderReport {
  readonly kind: 'orderReport';
  readonly time: number;
  /** Grows with every report of the exchange. */
  readonly executionId: number;
  readonly execution: 'new' | 'cancelled' | 'replaced' | 'rejected' | 'trade' | 'expired' | 'tradePrevention';
  /** As it stands after this. */
  readonly order: ExchangeOrder;
  /** For `trade`. */
  readonly fill: ExchangeFill | null;
  /** For `tradePrevention`. */
  readonly prevented: PreventedMatch | null;
  /** For `cancelled` by request: the name of the cancel. For `replaced`: the client order id before. */
  readonly otherClientId: string | null;
}

/** Once for each step of an order list: it was taken, it began to execute, it changed, it is over. */
export interface ListReport {
  readonly kind: 'listReport';
  readonly time: number;
  readonly list: ExchangeOrderList;
}

/** Once after each request or match that changed balances: the assets that changed, as they are now. */
export interface BalancesChanged {
  readonly kind: 'balancesChanged';
  readonly time: number;
  readonly accountId: string;
  readonly balances: readonly ExchangeBalance[];
}

/** A deposit, or with a negative amount a withdrawal. */
export interface BalanceMoved {
  readonly kind: 'balanceMoved';
  readonly time: number;
  readonly accountId: string;
  readonly asset: string;
  readonly amount: Amount;
}

/** A trade that everybody sees. */
export interface MarketTrade {
  readonly kind: 'marketTrade';
  readonly time: number;
  readonly symbol: string;
  /** Counts up by one per symbol. */
  readonly tradeId: number;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly quoteQuantity: Amount;
  readonly buyerOrderId: number;
  readonly sellerOrderId: number;
  readonly buyerIsMaker: boolean;
}

/** A level of the book has changed: what is shown there now, 0 where it is gone. */
export interface LevelChanged {
  readonly kind: 'levelChanged';
  readonly time: number;
  readonly symbol: string;
  /**
   * Counts up by one per symbol and change. What belongs together in a recording shares one, which is the recording's
   * own; ids between that and the one before are not told.
   */
  readonly updateId: number;
  readonly side: Side;
  readonly price: Price;
  readonly quantity: Quantity;
}

/** A market has other rules from now on, its status among them. */
export interface SymbolChanged {
  readonly kind: 'symbolChanged';
  readonly time: number;
  readonly rules: SymbolRules;
}

/** Told in the order in which it happens. */
export type ExchangeEvent =
  OrderReport | ListReport | BalancesChanged | BalanceMoved | MarketTrade | LevelChanged | SymbolChanged;
