import type { BalanceSet } from '@org/domain';
import type { AccountTrade, BinanceAccount } from '../account/binance-account.ts';
import type { BinanceOrders } from '../orders/binance-orders.ts';
import type { OpenOnVenue, OpenOrders } from '../orders/open-orders.ts';
import { describeQueryById } from '../orders/order-description.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { Reading, WasNotRead } from '../rest/reading.ts';
import type { KnownBalances } from './known-balances.ts';
import type { OrderRecord } from './order-record.ts';
import type { OrderRecords } from './order-records.ts';

export interface ReconciliationOptions {
  /** Tells the records of every order in an answer, as do `orders` and `openOrders`. */
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly orders: Pick<BinanceOrders, 'resolve'>;
  readonly openOrders: Pick<OpenOrders, 'read'>;
  readonly account: Pick<BinanceAccount, 'read' | 'forget' | 'tradesFrom' | 'latestTrades' | 'tradesOf'>;
  /** Markets to look at besides those of orders that are known. */
  readonly symbols: () => readonly string[];
}

/** Cancelled or expired long ago, without having traded: the exchange keeps no more of it than that. */
const ARCHIVED = -2026;
const NO_SUCH_ORDER = -2013;

const DONE: Reading<null> = { kind: 'read', value: null };

/**
 * Asks the exchange about everything that events may have missed: what is open, what was traded since all trades were
 * accounted for, what became of orders that are listed no more or whose answers were lost, and what we have. A list
 * alone ends no order, and brings none back.
 */
export class Reconciliation {
  readonly #options: ReconciliationOptions;
  readonly #records: OrderRecords;
  readonly #balances: KnownBalances;

  constructor(options: ReconciliationOptions, records: OrderRecords, balances: KnownBalances) {
    this.#options = options;
    this.#records = records;
    this.#balances = balances;
  }

  /** Gives the balances that are not what they were thought to be; unread where not everything could be asked. */
  async run(isWanted: () => boolean): Promise<Reading<readonly BalanceSet[]>> {
    const { account, openOrders } = this.#options;
    await account.forget();
    const asked = this.#balances.events;
    const [money, open] = await Promise.all([account.read(), openOrders.read()]);
    if (money.kind === 'unread') return money;
    if (open.kind === 'unread') return open;
    const parts = [
      () => this.#unlisted(open.value),
      () => this.#trades(),
      () => this.#inDoubt(isWanted),
      () => this.#missing(),
    ];
    for (const part of parts) {
      const reading = await part();
      if (reading.kind === 'unread') return reading;
    }
    return { kind: 'read', value: this.#balances.replace(money.value, asked) };
  }

  /** All trades since the last time, of whichever order. */
  async #trades(): Promise<Reading<null>> {
    const symbols = new Set([...this.#options.symbols(), ...this.#records.symbols]);
    for (const symbol of symbols) {
      const reading = await this.#tradesOfMarket(symbol);
      if (reading.kind === 'unread') return reading;
    }
    return DONE;
  }

  async #tradesOfMarket(symbol: string): Promise<Reading<null>> {
    const { account } = this.#options;
    const mark = this.#records.accountedFor(symbol);
    if (mark === null) {
      const latest = await account.latestTrades(symbol);
      if (latest.kind === 'unread') return latest;
      // What was traded before our time is not told, unless it was of an order that we have sent since.
      this.#records.accountFor(symbol, lastIdIn(latest.value));
      this.#records.take(symbol, latest.value);
      return DONE;
    }
    const trades = await account.tradesFrom(symbol, mark + 1);
    if (trades.kind === 'unread') return trades;
    for (const venueOrderId of this.#records.take(symbol, trades.value)) {
      const outcome = await this.#options.rest.send(describeQueryById(symbol, venueOrderId), 'protect');
      if (outcome.kind !== 'answer') return unread(`order ${venueOrderId}: ${outcome.message}`);
    }
    this.#records.take(symbol, trades.value);
    this.#records.accountFor(symbol, lastIdIn(trades.value));
    return DONE;
  }

  /** Orders that we think open and that are not listed: the exchange tells of each. */
  async #unlisted({ orders }: OpenOnVenue): Promise<Reading<null>> {
    const listed = new Set(orders.map(({ symbol, venueOrderId }) => `${symbol} ${venueOrderId}`));
    const unlisted = this.#records.pending.filter(
      ({ symbol, venueOrderId }) => venueOrderId !== null && !listed.has(`${symbol} ${venueOrderId}`),
    );
    for (const record of unlisted) {
      const reading = await this.lookAt(record);
      if (reading.kind === 'unread') return reading;
    }
    return DONE;
  }

  /** Asks about an order; where the exchange has no answer yet, the next look asks again. */
  async lookAt({ symbol, clientOrderId, venueOrderId }: OrderRecord): Promise<Reading<null>> {
    if (venueOrderId === null) return DONE;
    const outcome = await this.#options.rest.send(describeQueryById(symbol, venueOrderId), 'protect');
    if (outcome.kind === 'answer') return DONE;
    if (outcome.kind !== 'refusal') return unread(`order ${clientOrderId}: ${outcome.message}`);
    switch (outcome.code) {
      case ARCHIVED:
        this.#records.archived(symbol, venueOrderId);
        return DONE;
      case NO_SUCH_ORDER:
        return DONE;
      default:
        return unread(`order ${clientOrderId}: ${outcome.message}`);
    }
  }

  async #inDoubt(isWanted: () => boolean): Promise<Reading<null>> {
    const { orders } = this.#options;
    const inDoubt = this.#records.pending.filter((record) => record.isInDoubt);
    await Promise.all(
      inDoubt.map(({ symbol, clientOrderId }) => orders.resolve(symbol, clientOrderId, isWanted)),
    );
    return DONE;
  }

  async #missing(): Promise<Reading<null>> {
    for (const record of this.#records.pending.filter(({ missesTrades }) => missesTrades)) {
      const reading = await this.tradesOf(record);
      if (reading.kind === 'unread') return reading;
    }
    return DONE;
  }

  /** Asks for the trades of an order; unread too where the exchange does not list all of them yet. */
  async tradesOf(record: OrderRecord): Promise<Reading<null>> {
    const { symbol, clientOrderId, venueOrderId } = record;
    if (venueOrderId === null) return DONE;
    const trades: Reading<readonly AccountTrade[]> = await this.#options.account.tradesOf(
      symbol,
      venueOrderId,
    );
    if (trades.kind === 'unread') return trades;
    this.#records.take(symbol, trades.value);
    return record.missesTrades ? unread(`not all trades of ${clientOrderId} are listed yet`) : DONE;
  }
}

function lastIdIn(trades: readonly AccountTrade[]): number {
  return Math.max(-1, ...trades.map(({ tradeId }) => tradeId));
}

function unread(reason: string): WasNotRead {
  return { kind: 'unread', code: null, reason };
}
