import type { OrderEvent, VenueOrder } from '@org/domain';
import type { OrderSighting, OrderTrade } from '../orders/order-sighting.ts';

type Ending = Extract<VenueOrder['status'], 'filled' | 'cancelled' | 'expired' | 'rejected'>;

/** What outlives the process: which trades of an order have been told. Plain data. */
export interface RecordedOrder {
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly venueOrderId: string | null;
  readonly tradeIds: readonly number[];
  /** What was traded by them, in the base asset's smallest units. */
  readonly booked: string;
  /** How it has ended, once that is told. */
  readonly ending: Ending | null;
}

export interface RecordOrigin {
  /** Default true. */
  readonly isOurs?: boolean;
  /** Trades up to this one were before our time: they count, and are not told. Default: none was. */
  readonly before?: () => number;
}

const NO_TRADE = () => -1;

/**
 * One order, made before it is sent: all that anybody tells of it comes together here, whichever comes first, and leaves
 * as events, each once. A trade is one by its id. What has ended stays ended, what was traded only grows, and between two
 * that are open the later execution counts; no clock is asked. Where trades are missing, what comes after them waits.
 */
export class OrderRecord {
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly isOurs: boolean;
  readonly #before: () => number;
  readonly #trades = new Map<number, OrderTrade | null>();
  #order: VenueOrder | null = null;
  #quantity = 0n;
  #executed = 0n;
  #booked = 0n;
  #executionId = -1;
  #ending: Ending | null = null;
  #reason: string | null = null;
  #refusal: string | null = null;
  #isInDoubt = false;
  #time = 0;
  #venueOrderId: string | null = null;
  readonly #told = new Set<'start' | 'end'>();

  constructor(
    symbol: string,
    clientOrderId: string,
    { isOurs = true, before = NO_TRADE }: RecordOrigin = {},
  ) {
    this.symbol = symbol;
    this.clientOrderId = clientOrderId;
    this.isOurs = isOurs;
    this.#before = before;
  }

  /** As it was left by `saved`. */
  static from({ symbol, clientOrderId, venueOrderId, tradeIds, booked, ending }: RecordedOrder): OrderRecord {
    const record = new OrderRecord(symbol, clientOrderId);
    record.#venueOrderId = venueOrderId;
    for (const tradeId of tradeIds) record.#trades.set(tradeId, null);
    record.#booked = record.#executed = BigInt(booked);
    record.#ending = ending;
    if (venueOrderId !== null) record.#told.add('start');
    if (ending !== null) record.#told.add('end');
    // Sent, and whatever was answered is lost with the process.
    record.#isInDoubt = venueOrderId === null;
    return record;
  }

  get saved(): RecordedOrder {
    const { symbol, clientOrderId } = this;
    return {
      ...{ symbol, clientOrderId, venueOrderId: this.#venueOrderId, booked: String(this.#booked) },
      tradeIds: [...this.#trades].flatMap(([tradeId, trade]) => (trade === null ? [tradeId] : [])),
      ending: this.isOver ? this.#ending : null,
    };
  }

  /** The newest of its trades; -1 where there is none. */
  get lastTradeId(): number {
    return Math.max(-1, ...this.#trades.keys());
  }

  get venueOrderId(): string | null {
    return this.#venueOrderId;
  }

  /** As far as anybody has told; null where nobody has. */
  get order(): VenueOrder | null {
    return this.#order;
  }

  /** Nothing more can happen to it, and all that has is told. */
  get isOver(): boolean {
    if (!this.isOurs) return this.#told.has('start');
    return (this.#ending !== null || this.#refusal !== null) && !this.missesTrades;
  }

  /** Sent, and the answer was lost. */
  get isInDoubt(): boolean {
    return this.#isInDoubt && this.#order === null;
  }

  /** More was traded than we know the trades of. */
  get missesTrades(): boolean {
    return this.isOurs && this.#executed > this.#booked + this.#untold;
  }

  /** Takes in what was told, and gives what is new by it. */
  see(sighting: OrderSighting): readonly OrderEvent[] {
    this.#venueOrderId = sighting.order.venueOrderId;
    this.#refusal = null;
    this.#time = Math.max(this.#time, sighting.time);
    if (sighting.executed > this.#executed) this.#executed = sighting.executed;
    this.#rank(sighting);
    this.#collect(sighting.trades);
    return this.#due();
  }

  /** Takes in trades from the exchange's list. */
  take(trades: readonly OrderTrade[]): readonly OrderEvent[] {
    this.#collect(trades);
    return this.#due();
  }

  /** The exchange has refused it, or never had it. */
  refuse(reason: string, time: number): readonly OrderEvent[] {
    // An order that is there was not refused: its name was used again.
    if (this.#order !== null || this.#refusal !== null) return [];
    this.#refusal = reason;
    this.#isInDoubt = false;
    return [{ kind: 'orderRejected', ...this.#about(time), reason }];
  }

  /** It has ended without having traded, so long ago that nobody knows how. */
  archive(time: number): readonly OrderEvent[] {
    if (this.#ending !== null) return [];
    this.#ending = 'cancelled';
    return this.#end(time);
  }

  /** The answer was lost. */
  doubt(time: number): readonly OrderEvent[] {
    if (this.#order !== null) return [];
    this.#isInDoubt = true;
    return [{ kind: 'orderUnknown', ...this.#about(time) }];
  }

  get #untold(): bigint {
    let sum = 0n;
    for (const trade of this.#trades.values()) if (trade !== null) sum += trade.base;
    return sum;
  }

  #rank({ order, quantity, executed, executionId, reason }: OrderSighting): void {
    const ending = endingOf(order.status);
    const isLater =
      executionId === null ? this.#isNoOlder(executed, quantity) : executionId > this.#executionId;
    if (this.#ending !== null || (ending === null && !isLater && this.#order !== null)) return;
    this.#executionId = executionId ?? this.#executionId;
    this.#order = order;
    this.#quantity = quantity;
    this.#ending = ending;
    this.#reason = reason;
  }

  /** Of answers, which tell no execution id: what is executed only grows, and orders are only made smaller. */
  #isNoOlder(executed: bigint, quantity: bigint): boolean {
    return executed >= this.#executed && (this.#order === null || quantity <= this.#quantity);
  }

  #collect(trades: readonly OrderTrade[]): void {
    for (const trade of trades) {
      if (this.#trades.has(trade.tradeId)) continue;
      const isBefore = trade.tradeId <= this.#before();
      this.#trades.set(trade.tradeId, isBefore ? null : trade);
      if (isBefore) this.#booked += trade.base;
    }
    const sum = this.#booked + this.#untold;
    if (sum > this.#executed) this.#executed = sum;
    this.#fillUp();
  }

  /** An order of which all was traded is filled, whatever the exchange has said of it so far. */
  #fillUp(): void {
    const isWhole = this.#quantity > 0n && this.#executed >= this.#quantity;
    if (!isWhole || this.#ending !== null || this.#order === null) return;
    this.#ending = 'filled';
    this.#order = { ...this.#order, status: 'filled', filled: this.#order.quantity };
  }

  /** What can be told now: that it is there, its trades if none is missing, and its end. */
  #due(): readonly OrderEvent[] {
    const time = this.#time;
    if (!this.isOurs) return this.#foreign(time);
    if (this.#order === null) return [];
    const start = this.#ending === 'rejected' ? [] : this.#once('start', { kind: 'orderAccepted', time });
    if (this.missesTrades) return start;
    return [...start, ...this.#fills(), ...this.#end(time)];
  }

  #foreign(time: number): readonly OrderEvent[] {
    if (this.#order === null || this.#told.has('start')) return [];
    this.#told.add('start');
    const { side, quantity } = this.#order;
    return [{ kind: 'foreignOrder', ...this.#about(time), side, quantity }];
  }

  #fills(): readonly OrderEvent[] {
    const untold = [...this.#trades.values()].filter((trade) => trade !== null);
    return untold
      .toSorted((a, b) => a.tradeId - b.tradeId)
      .map((trade, index) => {
        const { tradeId, price, quantity, notional, fee, liquidity, time } = trade;
        this.#trades.set(tradeId, null);
        this.#booked += trade.base;
        return {
          ...{ kind: 'orderFilled', ...this.#about(time), tradeId, price, quantity, notional, liquidity },
          ...{ fee: fee.amount, feeAsset: fee.asset.code, note: null },
          complete: this.#ending === 'filled' && index === untold.length - 1,
        };
      });
  }

  #end(time: number): readonly OrderEvent[] {
    switch (this.#ending) {
      case 'cancelled':
        return this.#once('end', { kind: 'orderCancelled', time });
      case 'expired':
        return this.#once('end', { kind: 'orderExpired', time, reason: this.#reason ?? 'not told' });
      case 'rejected':
        return this.#once('end', { kind: 'orderRejected', time, reason: this.#reason ?? 'not told' });
      case 'filled':
      case null:
        return [];
    }
  }

  #once<Told extends { readonly kind: OrderEvent['kind']; readonly time: number }>(
    what: 'start' | 'end',
    event: Told,
  ): readonly (Told & { readonly symbol: string; readonly clientOrderId: string })[] {
    if (this.#told.has(what)) return [];
    this.#told.add(what);
    return [{ ...event, ...this.#about(event.time) }];
  }

  #about(time: number) {
    return { time, symbol: this.symbol, clientOrderId: this.clientOrderId };
  }
}

function endingOf(status: VenueOrder['status']): Ending | null {
  switch (status) {
    case 'filled':
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return status;
    case 'waiting':
    case 'open':
    case 'other':
      return null;
  }
}
