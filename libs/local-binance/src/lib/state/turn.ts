import type { Exchange, ExchangeAccount, ExchangeEvent, ExchangeSnapshot } from '@org/simulator';
import type { AccountEvent, ChangeLine, ClosedName, LastPrice } from './state-line.ts';
import { TrailingStops } from './trailing-stops.ts';

interface ListPlace {
  readonly symbol: string;
  readonly accountId: string;
}

/** Gathers what a turn of the exchange changes, until that is written down. */
export class Turn {
  readonly #exchange: Exchange;
  readonly #trailing: TrailingStops;
  /** Terms as they were last written down. */
  readonly #terms: Map<string, ExchangeAccount>;
  readonly #events: AccountEvent[] = [];
  /** Symbols, by order. */
  readonly #orders = new Map<number, string>();
  readonly #lists = new Map<number, ListPlace>();
  /** Symbols that have traded since that was last written down. */
  readonly #traded = new Set<string>();
  readonly #rules = new Set<string>();

  /** `written` is what has been written down already. */
  constructor(exchange: Exchange, written: ExchangeSnapshot) {
    this.#exchange = exchange;
    this.#trailing = new TrailingStops(exchange);
    this.#terms = new Map(written.accounts.map(({ account }) => [account.accountId, account]));
    for (const { orders } of written.symbols) for (const order of orders) this.#trailing.keep(order);
  }

  take(event: ExchangeEvent): void {
    switch (event.kind) {
      case 'orderReport': {
        const { symbol, orderId, accountId, listId } = event.order;
        this.#events.push(event);
        this.#orders.set(orderId, symbol);
        if (listId !== null) this.#lists.set(listId, { symbol, accountId });
        if (event.prevented !== null) this.#claimed(symbol, event.prevented.makerOrderId);
        return;
      }
      case 'listReport':
        this.#events.push(event);
        this.#lists.set(event.list.listId, event.list);
        return;
      case 'balancesChanged':
      case 'balanceMoved':
        this.#events.push(event);
        return;
      case 'marketTrade':
        this.#traded.add(event.symbol);
        return;
      case 'symbolChanged':
        return this.#changeRules(event.rules.symbol);
      case 'levelChanged':
        return;
      default:
        event satisfies never;
    }
  }

  /** Everything that has changed since the last was written; null where nothing that must survive has. */
  change(time: number): ChangeLine | null {
    for (const symbol of this.#traded) {
      for (const orderId of this.#trailing.moved(symbol)) this.#orders.set(orderId, symbol);
    }
    const accounts = this.#changedTerms();
    const isChanged = this.#events.length + this.#orders.size + this.#rules.size + accounts.length > 0;
    if (!isChanged) return null;
    return {
      kind: 'change',
      time,
      events: this.#events,
      ...this.#openAndClosed(),
      prices: this.prices(),
      rules: [...this.#rules].flatMap((symbol) => {
        const rules = this.#exchange.rules(symbol);
        const grid = this.#exchange.grid(symbol);
        return rules === undefined || grid === undefined ? [] : [{ rules, grid }];
      }),
      accounts,
    };
  }

  /** What the markets were last traded at that have traded since that was last written down. */
  prices(): readonly LastPrice[] {
    return [...this.#traded].map((symbol) => ({ symbol, lastPrice: this.#exchange.lastPrice(symbol) }));
  }

  /** The change has been written down. */
  written({ orders, closedOrders, accounts }: ChangeLine): void {
    for (const order of orders) this.#trailing.keep(order);
    for (const { id } of closedOrders) this.#trailing.forget(id);
    for (const account of accounts) this.#terms.set(account.accountId, account);
    this.#events.length = 0;
    this.#orders.clear();
    this.#lists.clear();
    this.#rules.clear();
    this.pricesWritten();
  }

  pricesWritten(): void {
    this.#traded.clear();
  }

  /** An order that somebody was kept from trading with may have taken over what is held back for its pair. */
  #claimed(symbol: string, orderId: number): void {
    const order = this.#exchange.savedOrder(symbol, orderId);
    if (order === undefined) return;
    this.#orders.set(orderId, symbol);
    if (order.listId !== null) this.#lists.set(order.listId, order);
  }

  /** Finer steps count everything that is open in more of them. */
  #changeRules(symbol: string): void {
    this.#rules.add(symbol);
    for (const accountId of this.#terms.keys()) {
      for (const { orderId } of this.#exchange.openOrders(accountId, symbol))
        this.#orders.set(orderId, symbol);
    }
  }

  #openAndClosed(): Pick<ChangeLine, 'orders' | 'closedOrders' | 'lists' | 'closedLists'> {
    const lists = [];
    const closedLists: ClosedName[] = [];
    const orders = [];
    const closedOrders: ClosedName[] = [];
    for (const [listId, { symbol, accountId }] of this.#lists) {
      const list = this.#exchange.savedList(symbol, accountId, listId);
      if (list === undefined) closedLists.push({ symbol, id: listId });
      else lists.push(list);
      // What one of its orders does, changes what is held back for the others.
      for (const { orderId } of list?.orders ?? []) this.#orders.set(orderId, symbol);
    }
    for (const [orderId, symbol] of this.#orders) {
      const order = this.#exchange.savedOrder(symbol, orderId);
      if (order === undefined) closedOrders.push({ symbol, id: orderId });
      else orders.push(order);
    }
    return { lists, closedLists, orders, closedOrders };
  }

  #changedTerms(): readonly ExchangeAccount[] {
    const changed: ExchangeAccount[] = [];
    for (const [accountId, before] of this.#terms) {
      const account = this.#exchange.account(accountId);
      if (account !== undefined && account !== before) changed.push(account);
    }
    return changed;
  }
}
