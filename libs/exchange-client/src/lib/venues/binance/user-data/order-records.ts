import type { OrderEvent, VenueOrder } from '@org/domain';
import type { AccountTrade } from '../account/binance-account.ts';
import type { MarketList } from '../instruments/market-list.ts';
import type { WireOrder } from '../orders/order-schema.ts';
import type { OrderSighting, OrderTrade } from '../orders/order-sighting.ts';
import { orderTradeOf, sightingOf } from '../orders/order-sighting.ts';
import type { OrderWitness, Placement } from '../orders/order-witness.ts';
import type { RecordedOrder } from './order-record.ts';
import { OrderRecord } from './order-record.ts';

/** What a restart must know so that nothing is told twice and nothing is left out. Plain data. */
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

/** The orders of an account by their names. Answers, events and lists are told to it, in whichever order they come. */
export class OrderRecords implements OrderWitness {
  readonly #options: OrderRecordsOptions;
  readonly #byName = new Map<string, OrderRecord>();
  readonly #byVenueId = new Map<string, OrderRecord>();
  readonly #over = new Set<OrderRecord>();
  readonly #accountedFor: Map<string, number>;
  readonly #listeners = new Set<OrderListener>();

  constructor(options: OrderRecordsOptions) {
    this.#options = options;
    const { accountedFor = {}, orders = [] } = options.memory ?? {};
    this.#accountedFor = new Map(Object.entries(accountedFor));
    for (const order of orders) this.#keep(OrderRecord.from(order));
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
    return [...this.#byName.values()].filter((record) => !record.isOver);
  }

  get symbols(): readonly string[] {
    return [...new Set([...this.#accountedFor.keys(), ...this.pending.map(({ symbol }) => symbol)])];
  }

  get memory(): AccountMemory {
    const records = [...this.#byName.values()].filter(
      (record) => record.isOurs && (!record.isOver || record.lastTradeId > this.#before(record.symbol)),
    );
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
  }

  sending(symbol: string, clientOrderIds: readonly string[]): string | null {
    const used = clientOrderIds.find((id) => this.#byName.has(nameOf(symbol, id)));
    if (used !== undefined) return `${used} was used before: each attempt takes a new client order id`;
    for (const id of clientOrderIds) this.#keep(new OrderRecord(symbol, id));
    return null;
  }

  answered(symbol: string, clientOrderId: string, answer: Placement): void {
    const record = this.#byName.get(nameOf(symbol, clientOrderId));
    if (record === undefined) return;
    switch (answer.kind) {
      case 'accepted':
        return;
      case 'rejected':
        return this.#settle(record, record.refuse(answer.reason, this.#options.nowMs()));
      case 'unknown':
        this.#settle(record, record.doubt(this.#options.nowMs()));
        if (record.isInDoubt) this.#hear((listener) => listener.doubtful(record));
    }
  }

  absent(symbol: string, clientOrderId: string): void {
    const record = this.#byName.get(nameOf(symbol, clientOrderId));
    if (record?.isInDoubt !== true) return;
    this.#settle(record, record.refuse('the exchange does not know it', this.#options.nowMs()));
  }

  notCancelled(symbol: string, clientOrderId: string): void {
    const record = this.#byName.get(nameOf(symbol, clientOrderId));
    if (record?.isOver === false) this.#hear((listener) => listener.uncertain(record));
  }

  /** The exchange keeps no more of an order than that it ended without having traded. */
  archived(symbol: string, venueOrderId: string): void {
    const record = this.#byVenueId.get(nameOf(symbol, venueOrderId));
    if (record !== undefined) this.#settle(record, record.archive(this.#options.nowMs()));
  }

  known(symbol: string, clientOrderId: string): VenueOrder | null {
    return this.#byName.get(nameOf(symbol, clientOrderId))?.order ?? null;
  }

  told(order: WireOrder): void {
    const { markets, nowMs } = this.#options;
    const market = markets.get(order.symbol);
    if (market !== undefined)
      this.see(sightingOf(order, market.instrument, (code) => markets.asset(code), nowMs()));
  }

  /** Somebody has told of an order. */
  see(sighting: OrderSighting): void {
    const { symbol, clientOrderId, venueOrderId } = sighting.order;
    const record = this.#find(sighting.order) ?? this.#adopt(symbol, clientOrderId);
    this.#byVenueId.set(nameOf(symbol, venueOrderId), record);
    this.#settle(record, record.see(sighting));
  }

  /** Takes in trades of one market. Gives the orders that nobody has told of yet. */
  take(symbol: string, trades: readonly AccountTrade[]): readonly string[] {
    const market = this.#options.markets.get(symbol);
    if (market === undefined) return [];
    const unknown = new Set<string>();
    const taken = new Map<OrderRecord, OrderTrade[]>();
    for (const trade of trades) {
      const record = this.#byVenueId.get(nameOf(symbol, trade.venueOrderId));
      if (record === undefined) unknown.add(trade.venueOrderId);
      else taken.set(record, [...(taken.get(record) ?? []), orderTradeOf(trade, market.instrument)]);
    }
    for (const [record, own] of taken) this.#settle(record, record.take(own));
    return [...unknown];
  }

  #find({ symbol, clientOrderId, venueOrderId }: VenueOrder): OrderRecord | undefined {
    const known = this.#byVenueId.get(nameOf(symbol, venueOrderId));
    if (known !== undefined) return known;
    const named = this.#byName.get(nameOf(symbol, clientOrderId));
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

  #keep(record: OrderRecord): OrderRecord {
    const { symbol, clientOrderId, venueOrderId } = record;
    this.#byName.set(nameOf(symbol, clientOrderId), record);
    if (venueOrderId !== null) this.#byVenueId.set(nameOf(symbol, venueOrderId), record);
    return record;
  }

  #settle(record: OrderRecord, events: readonly OrderEvent[]): void {
    for (const event of events) this.#hear((listener) => listener.tell(event));
    if (record.missesTrades) this.#hear((listener) => listener.missing(record));
    if (record.isOver) this.#retire(record);
  }

  #hear(tell: (listener: OrderListener) => void): void {
    for (const listener of this.#listeners) tell(listener);
  }

  #retire(record: OrderRecord): void {
    this.#over.add(record);
    const [oldest] = this.#over;
    if (this.#over.size <= MOST_OVER || oldest === undefined) return;
    this.#over.delete(oldest);
    const { symbol, clientOrderId, venueOrderId } = oldest;
    const name = nameOf(symbol, clientOrderId);
    if (this.#byName.get(name) === oldest) this.#byName.delete(name);
    if (venueOrderId !== null) this.#byVenueId.delete(nameOf(symbol, venueOrderId));
  }
}

const nameOf = (symbol: string, id: string) => `${symbol} ${id}`;
