import type {
  ExchangeEvent,
  ExchangeFill,
  ExchangeOrder,
  ExchangeOrderList,
  ListName,
  OrderName,
  PreventedMatch,
} from '@org/simulator';
import type { Quantity, Side } from '@org/domain';
import type { Page } from './page.ts';

/** A trade of an account. */
export interface AccountFill {
  readonly symbol: string;
  readonly accountId: string;
  readonly orderId: number;
  readonly listId: number | null;
  readonly side: Side;
  readonly time: number;
  readonly fill: ExchangeFill;
}

/** A trade that an account was kept from. */
export interface AccountPreventedMatch {
  readonly symbol: string;
  readonly accountId: string;
  readonly time: number;
  readonly match: PreventedMatch;
}

/** How an order was made smaller. */
export interface Amendment {
  readonly symbol: string;
  readonly accountId: string;
  readonly orderId: number;
  readonly executionId: number;
  readonly time: number;
  readonly previousClientOrderId: string;
  readonly newClientOrderId: string;
  readonly previousQuantity: Quantity;
  readonly newQuantity: Quantity;
}

/** Whose, and of which market. */
export interface AccountSymbol {
  readonly accountId: string;
  readonly symbol: string;
}

/** Which list is meant; where both names are given, both must fit. */
export type RecordedListName = Omit<ListName, 'symbol'>;

/**
 * What has happened on every account, told by the exchange's events: what the exchange forgets once it is closed, and
 * what it never keeps. An order that is open stands here as it last reported.
 */
export interface AccountRecords {
  take(event: ExchangeEvent): void;

  /** By id, else the latest of that client id; undefined where none fits, or where both names are given and differ. */
  order(name: OrderName): ExchangeOrder | undefined;
  /** In order of their ids, open and closed. A page's times are those of placing. */
  orders(of: AccountSymbol, page: Page): readonly ExchangeOrder[];
  fills(of: AccountSymbol, page: Page, orderId?: number): readonly AccountFill[];
  preventedMatches(of: AccountSymbol, page: Page, orderId?: number): readonly AccountPreventedMatch[];
  amendments(of: AccountSymbol, page: Page, orderId: number): readonly Amendment[];

  /** By id, else the latest of that name, whatever the symbol. */
  list(name: RecordedListName): ExchangeOrderList | undefined;
  /** Of all markets, in order of their ids. */
  lists(accountId: string, page: Page): readonly ExchangeOrderList[];

  /** When an account's balances last changed, ms UTC; 0 before that. */
  updatedAt(accountId: string): number;

  /** Everything that must survive, in order of ids: plain data for `canonicalJson`. */
  snapshot(): AccountRecordsSnapshot;
}

export interface AccountRecordsSnapshot {
  readonly orders: readonly ExchangeOrder[];
  readonly fills: readonly AccountFill[];
  readonly preventedMatches: readonly AccountPreventedMatch[];
  readonly amendments: readonly Amendment[];
  readonly lists: readonly ExchangeOrderList[];
  readonly updates: readonly { readonly accountId: string; readonly updatedAt: number }[];
}
