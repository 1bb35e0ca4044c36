import type { ExchangeEvent, ExchangeOrder, ExchangeOrderList, OrderName, OrderReport } from '@org/simulator';
import type {
  AccountFill,
  AccountPreventedMatch,
  AccountRecords,
  AccountRecordsSnapshot,
  AccountSymbol,
  Amendment,
  RecordedListName,
} from './account-records.ts';
import { firstAtOrAfter, pageOf } from './page.ts';
import type { Page } from './page.ts';
import { SymbolHistory } from './symbol-history.ts';

/** What has happened on one account. */
interface History {
  readonly symbols: Map<string, SymbolHistory>;
  /** In order of their ids. */
  readonly lists: ExchangeOrderList[];
  /** When its balances last changed, ms UTC; 0 before that. */
  updatedAt: number;
}

/** Keeps the records of all accounts in memory, whole. */
export class RecordedAccounts implements AccountRecords {
  readonly #accounts = new Map<string, History>();

  constructor(snapshot?: AccountRecordsSnapshot) {
    if (snapshot !== undefined) this.#restore(snapshot);
  }

  take(event: ExchangeEvent): void {
    if (event.kind === 'orderReport') this.#report(event);
    if (event.kind === 'listReport') this.#keepList(event.list);
    if (event.kind === 'balancesChanged') this.#account(event.accountId).updatedAt = event.time;
  }

  order({ orderId, clientOrderId, ...of }: OrderName): ExchangeOrder | undefined {
    const history = this.#find(of);
    if (orderId === null) return clientOrderId === null ? undefined : history?.byClientId(clientOrderId);
    const order = history?.byId(orderId);
    return clientOrderId === null || order?.clientOrderId === clientOrderId ? order : undefined;
  }

  orders(of: AccountSymbol, page: Page): readonly ExchangeOrder[] {
    return pageOf(
      this.#find(of)?.orders ?? [],
      page,
      ({ orderId }) => orderId,
      ({ createdAt }) => createdAt,
    );
  }

  fills(of: AccountSymbol, page: Page, orderId?: number): readonly AccountFill[] {
    const fills = this.#find(of)?.fills ?? [];
    const wanted = orderId === undefined ? fills : fills.filter((fill) => fill.orderId === orderId);
    return pageOf(wanted, page, ({ fill }) => fill.tradeId, timeOf);
  }

  preventedMatches(of: AccountSymbol, page: Page, orderId?: number): readonly AccountPreventedMatch[] {
    const matches = this.#find(of)?.preventedMatches ?? [];
    const wanted = orderId === undefined ? matches : matches.filter((match) => concerns(match, orderId));
    return pageOf(wanted, page, ({ match }) => match.preventedMatchId, timeOf);
  }

  amendments(of: AccountSymbol, page: Page, orderId: number): readonly Amendment[] {
    const amendments = this.#find(of)?.amendments ?? [];
    const wanted = amendments.filter((amendment) => amendment.orderId === orderId);
    return pageOf(wanted, page, ({ executionId }) => executionId, timeOf);
  }

  list({ accountId, listId, listClientOrderId }: RecordedListName): ExchangeOrderList | undefined {
    return this.#accounts
      .get(accountId)
      ?.lists.findLast(
        (list) =>
          (listId ?? list.listId) === list.listId &&
          (listClientOrderId ?? list.listClientOrderId) === list.listClientOrderId,
      );
  }

  lists(accountId: string, page: Page): readonly ExchangeOrderList[] {
    const lists = this.#accounts.get(accountId)?.lists ?? [];
    return pageOf(
      lists,
      page,
      ({ listId }) => listId,
      ({ transactionTime }) => transactionTime,
    );
  }

  updatedAt(accountId: string): number {
    return this.#accounts.get(accountId)?.updatedAt ?? 0;
  }

  snapshot(): AccountRecordsSnapshot {
    const accounts = [...this.#accounts.values()];
    const symbols = accounts.flatMap((account) => [...account.symbols.values()]);
    return {
      orders: symbols.flatMap(({ orders }) => orders),
      fills: symbols.flatMap(({ fills }) => fills),
      preventedMatches: symbols.flatMap(({ preventedMatches }) => preventedMatches),
      amendments: symbols.flatMap(({ amendments }) => amendments),
      lists: accounts.flatMap(({ lists }) => lists),
      updates: [...this.#accounts].map(([accountId, { updatedAt }]) => ({ accountId, updatedAt })),
    };
  }

  #restore({ orders, fills, preventedMatches, amendments, lists, updates }: AccountRecordsSnapshot): void {
    for (const { accountId, updatedAt } of updates) this.#account(accountId).updatedAt = updatedAt;
    for (const order of orders) this.#open(order).keep(order);
    for (const fill of fills) this.#open(fill).fills.push(fill);
    for (const match of preventedMatches) this.#open(match).preventedMatches.push(match);
    for (const amendment of amendments) this.#open(amendment).amendments.push(amendment);
    for (const list of lists) this.#keepList(list);
  }

  #report(report: OrderReport): void {
    this.#open(report.order).take(report);
  }

  #keepList(list: ExchangeOrderList): void {
    const { lists } = this.#account(list.accountId);
    const index = firstAtOrAfter(lists, list.listId, ({ listId }) => listId);
    lists.splice(index, lists[index]?.listId === list.listId ? 1 : 0, list);
  }

  #find({ accountId, symbol }: AccountSymbol): SymbolHistory | undefined {
    return this.#accounts.get(accountId)?.symbols.get(symbol);
  }

  #open({ accountId, symbol }: AccountSymbol): SymbolHistory {
    const { symbols } = this.#account(accountId);
    const history = symbols.get(symbol) ?? new SymbolHistory();
    symbols.set(symbol, history);
    return history;
  }

  #account(accountId: string): History {
    const account = this.#accounts.get(accountId) ?? { symbols: new Map(), lists: [], updatedAt: 0 };
    this.#accounts.set(accountId, account);
    return account;
  }
}

function timeOf({ time }: { readonly time: number }): number {
  return time;
}

function concerns({ match }: AccountPreventedMatch, orderId: number): boolean {
  return match.takerOrderId === orderId || match.makerOrderId === orderId;
}
