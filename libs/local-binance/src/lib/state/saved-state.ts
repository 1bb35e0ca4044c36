import type { Amount } from '@org/domain';
import { amount } from '@org/domain';
import type {
  ExchangeAccount,
  ExchangeBalance,
  ExchangeFill,
  ExchangeSnapshot,
  SavedExchangeList,
  SavedExchangeOrder,
  SavedSymbol,
} from '@org/simulator';
import { RecordedAccounts } from '../records/accounts/recorded-accounts.ts';
import type { AccountRecordsSnapshot } from '../records/accounts/account-records.ts';
import type { ReservedIds } from './reserved-ids.ts';
import type { AccountEvent, ChangeLine, HeadLine, ReserveLine } from './state-line.ts';

interface KeptAccount {
  account: ExchangeAccount;
  readonly balances: Map<string, ExchangeBalance>;
}

interface KeptSymbol {
  saved: SavedSymbol;
  readonly orders: Map<number, SavedExchangeOrder>;
  readonly lists: Map<number, SavedExchangeList>;
}

/** The state that a file holds: its head, and what has changed since, one after the other. */
export class SavedState {
  /** When its markets began, ms UTC. */
  readonly beganAt: number;
  readonly records: RecordedAccounts;
  /** Where ids and market time go on. */
  reserved: ReservedIds;
  readonly #accounts: Map<string, KeptAccount>;
  readonly #symbols: Map<string, KeptSymbol>;
  readonly #fees: Map<string, Amount>;

  constructor({ beganAt, reserved, exchange }: HeadLine, records: AccountRecordsSnapshot) {
    this.beganAt = beganAt;
    this.reserved = reserved;
    this.records = new RecordedAccounts(records);
    this.#accounts = new Map(
      exchange.accounts.map(({ account, balances }) => [
        account.accountId,
        { account, balances: new Map(balances.map((balance) => [balance.asset, balance])) },
      ]),
    );
    this.#symbols = new Map(exchange.symbols.map((saved) => [saved.rules.symbol, keptSymbol(saved)]));
    this.#fees = new Map(exchange.feesTaken.map((fee) => [fee.asset, fee.amount]));
  }

  reserve({ reserved, prices }: ReserveLine): void {
    this.reserved = reserved;
    for (const { symbol, lastPrice } of prices) this.#change(symbol, { lastPrice });
  }

  apply({ events, orders, closedOrders, lists, closedLists, rules, prices, accounts }: ChangeLine): void {
    for (const account of accounts) this.#account(account);
    for (const event of events) this.#take(event);
    for (const changed of rules) this.#change(changed.rules.symbol, changed);
    for (const { symbol, lastPrice } of prices) this.#change(symbol, { lastPrice });
    for (const order of orders) this.#symbols.get(order.symbol)?.orders.set(order.orderId, order);
    for (const { symbol, id } of closedOrders) this.#symbols.get(symbol)?.orders.delete(id);
    for (const list of lists) this.#symbols.get(list.symbol)?.lists.set(list.listId, list);
    for (const { symbol, id } of closedLists) this.#symbols.get(symbol)?.lists.delete(id);
  }

  /** What an exchange goes on from. */
  exchange(): ExchangeSnapshot {
    const { counters, symbols } = this.reserved;
    const ids = new Map(symbols.map((reserved) => [reserved.symbol, reserved]));
    return {
      version: 1,
      counters,
      accounts: [...this.#accounts.values()].map(({ account, balances }) => ({
        account,
        balances: [...balances.values()],
      })),
      symbols: [...this.#symbols.values()].map(({ saved, orders, lists }) => {
        const reserved = ids.get(saved.rules.symbol);
        const inPlace = [...orders.values()].sort((a, b) => a.place - b.place);
        return {
          ...saved,
          nextTradeId: reserved?.tradeId ?? saved.nextTradeId,
          nextUpdateId: reserved?.updateId ?? saved.nextUpdateId,
          nextPlace: Math.max(saved.nextPlace, (inPlace.at(-1)?.place ?? 0) + 1),
          orders: inPlace,
          lists: [...lists.values()],
        };
      }),
      feesTaken: [...this.#fees].map(([asset, taken]) => ({ asset, amount: taken })),
    };
  }

  #change(symbol: string, changed: Partial<SavedSymbol>): void {
    const kept = this.#symbols.get(symbol);
    if (kept !== undefined) kept.saved = { ...kept.saved, ...changed };
  }

  #take(event: AccountEvent): void {
    this.records.take(event);
    if (event.kind === 'orderReport' && event.fill !== null) this.#charge(event.fill);
    if (event.kind !== 'balancesChanged') return;
    const kept = this.#accounts.get(event.accountId);
    for (const balance of event.balances) kept?.balances.set(balance.asset, balance);
  }

  #charge({ commission, commissionAsset }: ExchangeFill): void {
    if (commission === 0n) return;
    this.#fees.set(commissionAsset, amount((this.#fees.get(commissionAsset) ?? 0n) + commission));
  }

  #account(account: ExchangeAccount): void {
    const kept = this.#accounts.get(account.accountId);
    if (kept === undefined) this.#accounts.set(account.accountId, { account, balances: new Map() });
    else kept.account = account;
  }
}

function keptSymbol(saved: SavedSymbol): KeptSymbol {
  return {
    saved,
    orders: new Map(saved.orders.map((order) => [order.orderId, order])),
    lists: new Map(saved.lists.map((list) => [list.listId, list])),
  };
}
