import type { OrderEvent, VenueOrder } from '@org/domain';
import type { AccountTrade } from '../account/binance-account.ts';
import type { MarketList } from '../instruments/market-list.ts';
import type { WireOrder } from '../orders/order-schema.ts';
import type { OrderSighting, OrderTrade } from '../orders/order-sighting.ts';
import { orderTradeOf, sightingOf } from '../orders/order-sighting.ts';
import type { OrderWitness, Placement } from '../orders/order-witness.ts';
import { nameWasUsed } from '../orders/sent-names.ts';
import { LatestRecords } from './latest-records.ts';
import { OrderRecord } from './order-record.ts';
import { RecordIndex } from './record-index.ts';
import type { RecordedOrder } from './recorded-order.ts';

/**
 * What a restart must know so that nothing is told twice and nothing is left out: with each event, what was told up to and
 * with it. Plain data.
 */
export interface AccountMemory {
  /** Of each market the newest trade up to which all are accounted for. */
  readonly accountedFor: Readonly<Record<string, number>>;
  readonly orders: readonly RecordedOrder[];
}

export interface OrderRecordsOptions {
  readonly markets: Pick<MarketList, 'get' | 'asset'>;
  /** Server time, ms UTC. */
  readonly nowMs: () => number;
  /** Whether a client order id that no record has is one of ours. */
  readonly isOurs: (clientOrderId: string) => boolean;
  readonly memory?: AccountMemory | undefined;
}

/** Hears what is new of orders. */
export interface OrderListener {
  tell(event: OrderEvent): void;
  /** More was traded than we know the trades of. */
  missing(record: OrderRecord): void;
  /** The answer to a placement was lost. */
  doubtful(record: OrderRecord): void;
  /** It may have ended. */
  uncertain(record: OrderRecord): void;
}

/** How many orders that are over are remembered, in case somebody tells of them once more. */
const MOST_OVER = 10_000;
/**
 * How long one that has ended is remembered over a restart: its events may be on their way still, and a list may have it
 * open for half a minute and more.
 */
const ENDED_KEPT_MS = 120_000;
/** How many are remembered while nobody hears of them: nothing but answers would ever end them. */
const MOST_UNHEARD = 10_000;

/** The orders of an account by their names. Answers, events and lists are told to it, in whichever order they come. */
export class OrderRecords implements OrderWitness {
  readonly #options: OrderRecordsOptions;
  readonly #index = new RecordIndex();
  readonly #ended = new LatestRecords(MOST_OVER);
  readonly #unheard = new LatestRecords(MOST_UNHEARD);
  /** Over, and more in number than are remembered, but with trades that will be listed once more. */
  #unaccounted: OrderRecord[] = [];
  readonly #accountedFor: Map<string, number>;
  readonly #listeners = new Set<OrderListener>();

  constructor(options: OrderRecordsOptions) {
    this.#options = options;
    const { accountedFor = {}, orders = [] } = options.memory ?? {};
    this.#accountedFor = new Map(Object.entries(accountedFor));
    for (const order of orders) this.#restore(OrderRecord.from(order));
  }

  /** Has somebody hear from now on; the returned function ends it. */
  listen(listener: OrderListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether it is known which trades were before our time. */
  get hasBegun(): boolean {
    return this.#accountedFor.size > 0;
  }

  /** Orders that something may still become of. */
  get pending(): readonly OrderRecord[] {
    return this.#index.all.filter((record) => !record.isOver);
  }

  get symbols(): readonly string[] {
    return [...new Set([...this.#accountedFor.keys(), ...this.pending.map(({ symbol }) => symbol)])];
  }

  get memory(): AccountMemory {
    const records = this.#index.all.filter((record) => record.isOurs && this.#isNeeded(record));
    return {
      accountedFor: Object.fromEntries(this.#accountedFor),
      orders: records.map(({ saved }) => saved),
    };
  }

  /** The newest trade of a market up to which all are accounted for; null before the first reading. */
  accountedFor(symbol: string): number | null {
    return this.#accountedFor.get(symbol) ?? null;
  }

  accountFor(symbol: string, tradeId: number): void {
    this.#accountedFor.set(symbol, Math.max(tradeId, this.#before(symbol)));
    const unaccounted = this.#unaccounted;
    this.#unaccounted = [];
    for (const record of unaccounted) this.#letGo(record);
  }

  sending(symbol: string, clientOrderIds: readonly string[]): string | null {
    const used = clientOrderIds.find((id) => this.#index.named(symbol, id) !== undefined);
    if (used !== undefined) return nameWasUsed(used);
    for (const id of clientOrderIds) this.#keep(new OrderRecord(symbol, id));
    return null;
  }

  answered(symbol: string, clientOrderId: string, answer: Placement): void {
    // What was accepted is told with the answer.
    if (answer.kind === 'accepted') return;
    const record = this.#index.named(symbol, clientOrderId);
    if (record === undefined) return;
    switch (answer.kind) {
      case 'rejected':
        return this.#settle(record, record.refuse(answer.reason, this.#options.nowMs()));
      case 'unknown':
        this.#settle(record, record.doubt(this.#options.nowMs()));
        if (record.isInDoubt) this.#hear((listener) => listener.doubtful(record));
    }
  }

  absent(symbol: string, clientOrderId: string): void {
    const record = this.#index.named(symbol, clientOrderId);
    if (record?.isInDoubt !== true) return;
    this.#settle(record, record.refuse('the exchange does not know it', this.#options.nowMs()));
  }

  notCancelled(symbol: string, clientOrderId: string): void {
    const record = this.#index.named(symbol, clientOrderId);
    if (record?.isOver === false) this.#hear((listener) => listener.uncertain(record));
  }

  /** The exchange keeps no more of an order than that it ended without having traded. */
  archived(symbol: string, venueOrderId: string): void {
    const record = this.#index.withVenueId(symbol, venueOrderId);
    if (record !== undefined) this.#settle(record, record.archive(this.#options.nowMs()));
  }

  known(symbol: string, clientOrderId: string): VenueOrder | null {
    return this.#index.named(symbol, clientOrderId)?.order ?? null;
  }

  told(order: WireOrder): VenueOrder | null {
    const { markets, nowMs } = this.#options;
    const market = markets.get(order.symbol);
    if (market === undefined) return null;
    const sighting = sightingOf(order, market.instrument, (code) => markets.asset(code), nowMs());
    if (sighting === undefined) return null;
    this.see(sighting);
    return sighting.order;
  }

  /** Somebody has told of an order. */
  see(sighting: OrderSighting): void {
    const { symbol, clientOrderId, venueOrderId } = sighting.order;
    const known = this.#index.withVenueId(symbol, venueOrderId);
    const record = known ?? this.#named(sighting.order) ?? this.#adopt(symbol, clientOrderId);
    if (known === undefined) this.#index.addVenueId(record, venueOrderId);
    this.#settle(record, record.see(sighting));
  }

  /** Takes in trades of one market. Gives the orders that nobody has told of yet. */
  take(symbol: string, trades: readonly AccountTrade[]): readonly string[] {
    const market = this.#options.markets.get(symbol);
    if (market === undefined) return [];
    const unknown = new Set<string>();
    const taken = new Map<OrderRecord, OrderTrade[]>();
    for (const trade of trades) {
      const record = this.#index.withVenueId(symbol, trade.venueOrderId);
      const read = orderTradeOf(trade, market.instrument);
      if (record === undefined) unknown.add(trade.venueOrderId);
      else if (read !== undefined) taken.set(record, [...(taken.get(record) ?? []), read]);
    }
    for (const [record, own] of taken) this.#settle(record, record.take(own));
    return [...unknown];
  }

  #named({ symbol, clientOrderId, venueOrderId }: VenueOrder): OrderRecord | undefined {
    const named = this.#index.named(symbol, clientOrderId);
    // A name may be used again once its order is over: that is another order.
    return named === undefined || (named.venueOrderId ?? venueOrderId) !== venueOrderId ? undefined : named;
  }

  #adopt(symbol: string, clientOrderId: string): OrderRecord {
    const isOurs = this.#options.isOurs(clientOrderId);
    return this.#keep(new OrderRecord(symbol, clientOrderId, { isOurs, before: () => this.#before(symbol) }));
  }

  #before(symbol: string): number {
    return this.#accountedFor.get(symbol) ?? -1;
  }

  /** Whether a later run must know it: it is not told to the end, or somebody may tell of it once more. */
  #isNeeded(record: OrderRecord): boolean {
    if (!record.isAllTold || record.lastTradeId > this.#before(record.symbol)) return true;
    const now = this.#options.nowMs();
    return record.hasEnded && now - (record.overSince ?? now) < ENDED_KEPT_MS;
  }

  #restore(record: OrderRecord): void {
    this.#enter(record);
    if (record.isOver) this.#retire(record);
  }

  #enter(record: OrderRecord): void {
    this.#index.add(record);
    if (record.venueOrderId !== null) this.#index.addVenueId(record, record.venueOrderId);
  }

  #keep(record: OrderRecord): OrderRecord {
    this.#enter(record);
    const oldest = this.#listeners.size === 0 ? this.#unheard.add(record) : undefined;
    if (oldest !== undefined) this.#index.remove(oldest);
    return record;
  }

  #settle(record: OrderRecord, events: Iterable<OrderEvent>): void {
    for (const event of events) this.#hear((listener) => listener.tell(event));
    if (record.missesTrades) this.#hear((listener) => listener.missing(record));
    if (record.isOver) this.#retire(record);
  }

  #hear(tell: (listener: OrderListener) => void): void {
    for (const listener of this.#listeners) tell(listener);
  }

  #retire(record: OrderRecord): void {
    record.overSince ??= this.#options.nowMs();
    const oldest = this.#ended.add(record);
    // One that was refused may have turned out to be there.
    if (oldest?.isOver === true) this.#letGo(oldest);
  }

  /** A trade that is not accounted for is listed by the next reconciliation: then its order must still be known. */
  #letGo(record: OrderRecord): void {
    const isListedAgain = this.#listeners.size > 0 && record.lastTradeId > this.#before(record.symbol);
    if (isListedAgain) this.#unaccounted.push(record);
    else this.#index.remove(record);
  }
}
