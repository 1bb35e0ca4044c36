import type { Amount, Price, Quantity, Side } from '@org/domain';
import type { ExchangeAccount, ExchangeBalance } from './exchange-account.ts';
import type { ExchangeEvent } from './exchange-event.ts';
import type { ExchangeOrder, ExchangeOrderList } from './exchange-order.ts';
import type {
  AmendOutcome,
  CancelOutcome,
  CancelReplaceOutcome,
  PlaceListOutcome,
  PlaceOutcome,
} from './outcomes.ts';
import type {
  AmendRequest,
  CancelReplaceRequest,
  CancelRequest,
  ListName,
  ListRequest,
  OrderName,
  PlaceRequest,
} from './requests.ts';
import type { SymbolGrid } from './symbol-grid.ts';
import type { SymbolRules, SymbolStatus } from './symbol-rules.ts';

/** A level of the book, on the symbol's grid. */
export interface ShownLevel {
  readonly price: Price;
  readonly quantity: Quantity;
}

/** The book as everybody sees it; icebergs show their tip. */
export interface ShownBook {
  readonly updateId: number;
  /** Best first. */
  readonly bids: readonly ShownLevel[];
  readonly asks: readonly ShownLevel[];
}

/**
 * A spot exchange in memory: accounts, books with price-time priority, orders of every kind. It has no clock: `now` is
 * market time in ms UTC, and may not run backwards. Closed orders are told as events and forgotten.
 */
export interface Exchange {
  place(request: PlaceRequest, now: number): PlaceOutcome;
  /** Whether `place` would take it, without doing it. */
  test(request: PlaceRequest, now: number): PlaceOutcome | { readonly kind: 'passed' };
  placeList(request: ListRequest, now: number): PlaceListOutcome;
  cancel(request: CancelRequest, now: number): CancelOutcome;
  cancelReplace(request: CancelReplaceRequest, now: number): CancelReplaceOutcome;
  cancelList(name: ListName, cancelId: string, now: number): CancelOutcome;
  /** Everything open on a symbol: orders alone and lists, in the order they were placed. */
  cancelAll(accountId: string, symbol: string, cancelId: string, now: number): readonly CancelOutcome[];
  amend(request: AmendRequest, now: number): AmendOutcome;

  openAccount(account: ExchangeAccount): void;
  changeAccount(account: ExchangeAccount): void;
  account(accountId: string): ExchangeAccount | undefined;
  balances(accountId: string): readonly ExchangeBalance[];
  /** A negative amount withdraws; more than is free is refused. */
  deposit(accountId: string, asset: string, amount: Amount, now: number): boolean;

  rules(symbol: string): SymbolRules | undefined;
  symbols(): readonly SymbolRules[];
  grid(symbol: string): SymbolGrid | undefined;
  /** New filters hold for new orders; what rests stays. */
  changeRules(rules: SymbolRules, now: number): void;
  changeStatus(symbol: string, status: SymbolStatus, now: number): void;
  /** Ends every open order of a symbol, as maintenance does. */
  expireAll(symbol: string, now: number): void;

  /** An open order; closed ones are forgotten. */
  order(name: OrderName): ExchangeOrder | undefined;
  openOrders(accountId: string, symbol?: string): readonly ExchangeOrder[];
  openLists(accountId: string, symbol?: string): readonly ExchangeOrderList[];
  /** At most `depth` levels a side. */
  book(symbol: string, depth: number): ShownBook | undefined;
  lastPrice(symbol: string): Price | null;
  /** Fees taken so far, by asset. */
  feesTaken(): readonly { readonly asset: string; readonly amount: Amount }[];

  /** The market's own hand on a symbol: fast, unlimited, on the grid. */
  market(symbol: string): MarketHand;
  /** Everything that must survive: plain data. */
  snapshot(): ExchangeSnapshot;
  /** One open order of a funded account as a snapshot holds it: for who keeps a snapshot up to date. */
  savedOrder(symbol: string, orderId: number): SavedExchangeOrder | undefined;
  /** The same of a list. */
  savedList(symbol: string, accountId: string, listId: number): SavedExchangeList | undefined;
}

/**
 * How a market acts: through an `unlimited` account, in ticks and lots, without filters, fees and reports. Its orders
 * stand in the same queues as everybody's.
 */
export interface MarketHand {
  readonly symbol: string;
  /** Rests at the back of its level after trading with what it crosses. Gives the order's id, 0 if nothing rests. */
  place(side: Side, price: Price, quantity: Quantity, now: number): number;
  /** Takes at once down to `limit`, and lets the rest fall. Gives what was traded. */
  take(side: Side, limit: Price, quantity: Quantity, now: number): Quantity;
  /** False for an order that is gone. */
  cancel(orderId: number, now: number): boolean;
  /** Takes `quantity` off an order, which keeps its place. Gives what is left. */
  reduce(orderId: number, quantity: Quantity, now: number): Quantity;
  /** Adds `quantity` to an order where it stands: for levels where nobody stands behind it. False for one that is gone. */
  extend(orderId: number, quantity: Quantity, now: number): boolean;
  /** What is left of an order, 0 if it is gone. */
  remaining(orderId: number): Quantity;
  /** Best price of a side; null where it is empty. */
  best(side: Side): Price | null;
  /** What is at a price in all, and how much of it is the market's own. */
  levelAt(side: Side, price: Price): { readonly total: Quantity; readonly own: Quantity };
  /**
   * Tells what `act` makes of the book only when it is done, each level once, all as one update: `updateId`, from which
   * further ones count on, or the next for null and for one that has passed.
   */
  inOneUpdate(updateId: number | null, now: number, act: () => void): void;
  /** Has a level told in the update at work, changed or not. */
  nameLevel(side: Side, price: Price): void;
}

/** Accounts, balances, open orders in their order of priority, and counters: plain data for `canonicalJson`. */
export interface ExchangeSnapshot {
  readonly version: 1;
  readonly counters: {
    readonly orderId: number;
    readonly listId: number;
    readonly executionId: number;
    readonly preventedMatchId: number;
  };
  readonly accounts: readonly SavedAccount[];
  readonly symbols: readonly SavedSymbol[];
  readonly feesTaken: readonly { readonly asset: string; readonly amount: Amount }[];
}

/** An account and what it holds. */
export interface SavedAccount {
  readonly account: ExchangeAccount;
  readonly balances: readonly ExchangeBalance[];
}

/** A symbol with what stands in its book, and the numbers that come next. */
export interface SavedSymbol {
  readonly rules: SymbolRules;
  /** Finer than the rules ask for where they once asked for more. */
  readonly grid: SymbolGrid;
  readonly nextTradeId: number;
  readonly nextUpdateId: number;
  readonly nextPlace: number;
  readonly lastPrice: Price | null;
  /** Of funded accounts, each queue in its order of priority; the market lays its own anew. */
  readonly orders: readonly SavedExchangeOrder[];
  readonly lists: readonly SavedExchangeList[];
}

/** An order with what only the exchange knows of it. */
export interface SavedExchangeOrder extends ExchangeOrder {
  readonly shown: Quantity;
  readonly locked: Amount;
  /** The price that its cost is reckoned with. */
  readonly pricedAt: Price;
  readonly amendments: number;
  /** Grows with every order that joins the back of a queue of the symbol: who has less, was there before. */
  readonly place: number;
}

/** A list as a snapshot keeps it. */
export interface SavedExchangeList extends ExchangeOrderList {
  readonly kind: ListRequest['kind'];
  /** Orders of it that are open no more. */
  readonly ended: readonly SavedExchangeOrder[];
}

/** What an exchange is opened with. */
export interface ExchangeOptions {
  readonly symbols: readonly SymbolRules[];
  readonly accounts: readonly ExchangeAccount[];
  readonly emit: (event: ExchangeEvent) => void;
  /** The average price of a symbol over some minutes, quote per base on its grid; null where nothing traded. */
  readonly averagePrice: (symbol: string, minutes: number) => AveragePrice | null;
  /** What symbols with a reference price are measured by, on their grid: null for none now, as for all by default. */
  readonly referencePrice?: (symbol: string) => AveragePrice | null;
  /** Goes on from here. */
  readonly snapshot?: ExchangeSnapshot;
}

/** An average price as an exact fraction of the grid's ticks. */
export interface AveragePrice {
  readonly numerator: bigint;
  readonly denominator: bigint;
}
