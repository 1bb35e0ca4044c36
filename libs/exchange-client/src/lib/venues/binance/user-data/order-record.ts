import type { OrderEvent, VenueOrder } from '@org/domain';
import type { OrderSighting, OrderTrade } from '../orders/order-sighting.ts';
import type { Ending } from './order-ending.ts';
import { endingOf } from './order-ending.ts';
import type { RecordedOrder } from './recorded-order.ts';
import { ToldTrades } from './told-trades.ts';

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
 *
 * An event counts as told when it is drawn: `saved` together with it holds that one and those before it, and none after
 * it, so that a process may be killed between any two. What nobody draws is still to be told.
 */
export class OrderRecord {
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly isOurs: boolean;
  /** Since when its end was told: server time, ms UTC. Set by who tells it. */
  overSince: number | null = null;
  readonly #before: () => number;
  /** Null before the first: most orders end without a trade. */
  #trades: ToldTrades | null = null;
  #order: VenueOrder | null = null;
  #quantity = 0n;
  #executed = 0n;
  #executionId = -1;
  #ending: Ending | null = null;
  #reason: string | null = null;
  #refusal: string | null = null;
  #isInDoubt = false;
  #time = 0;
  #venueOrderId: string | null = null;
  #isStartTold = false;
  #isEndTold = false;

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
  static from(saved: RecordedOrder): OrderRecord {
    const { symbol, clientOrderId, venueOrderId, tradeIds, booked, ending, overSince } = saved;
    const record = new OrderRecord(symbol, clientOrderId);
    record.overSince = overSince;
    record.#venueOrderId = venueOrderId;
    record.#executed = BigInt(booked);
    if (tradeIds.length > 0) record.#trades = new ToldTrades(tradeIds, record.#executed);
    record.#ending = ending;
    record.#isStartTold = venueOrderId !== null;
    record.#isEndTold = ending !== null;
    // Sent, and whatever was answered is lost with the process.
    record.#isInDoubt = venueOrderId === null;
    return record;
  }

  get saved(): RecordedOrder {
    const { symbol, clientOrderId } = this;
    return {
      ...{ symbol, clientOrderId, venueOrderId: this.#venueOrderId },
      tradeIds: this.#trades?.toldIds ?? [],
      booked: String(this.#trades?.told ?? 0n),
      ending: this.isAllTold ? this.#ending : null,
      overSince: this.overSince,
    };
  }

  /** The newest of its trades; -1 where there is none. */
  get lastTradeId(): number {
    return this.#trades?.lastId ?? -1;
  }

  get venueOrderId(): string | null {
    return this.#venueOrderId;
  }

  /** As far as anybody has told; null where nobody has. */
  get order(): VenueOrder | null {
    return this.#order;
  }

  /** Whether the exchange had it and has it no more, which cannot be said of one that it refused. */
  get hasEnded(): boolean {
    return this.#ending !== null;
  }

  /** It is over, and was told to the end. */
  get isAllTold(): boolean {
    if (!this.isOver || this.#trades?.areTold === false) return false;
    return this.#isEndTold || this.#ending === null || this.#ending === 'filled';
  }

  /** Nothing more can happen to it, and all that has is known. */
  get isOver(): boolean {
    if (!this.isOurs) return this.#isStartTold;
    return (this.#ending !== null || this.#refusal !== null) && !this.missesTrades;
  }

  /** Sent, and the answer was lost. */
  get isInDoubt(): boolean {
    return this.#isInDoubt && this.#order === null;
  }

  /** More was traded than we know the trades of. */
  get missesTrades(): boolean {
    return this.isOurs && this.#executed > (this.#trades?.sum ?? 0n);
  }

  /** Takes in what was told, and gives what is new by it. */
  see(sighting: OrderSighting): Iterable<OrderEvent> {
    this.#venueOrderId = sighting.order.venueOrderId;
    if (this.#refusal !== null) this.overSince = null;
    this.#refusal = null;
    this.#time = Math.max(this.#time, sighting.time);
    if (sighting.executed > this.#executed) this.#executed = sighting.executed;
    this.#rank(sighting);
    this.#collect(sighting.trades);
    return this.#due();
  }

  /** Takes in trades from the exchange's list. */
  take(trades: readonly OrderTrade[]): Iterable<OrderEvent> {
    this.#collect(trades);
    return this.#due();
  }

  /** The exchange has refused it, or never had it. */
  refuse(reason: string, time: number): Iterable<OrderEvent> {
    // An order that is there was not refused: its name was used again.
    if (this.#order !== null || this.#refusal !== null) return [];
    this.#refusal = reason;
    this.#isInDoubt = false;
    return [{ kind: 'orderRejected', ...this.#about(time), reason }];
  }

  /** It has ended without having traded, so long ago that nobody knows how. */
  archive(time: number): Iterable<OrderEvent> {
    if (this.#ending !== null) return [];
    this.#ending = 'cancelled';
    return this.#end(time);
  }

  /** The answer was lost. */
  doubt(time: number): Iterable<OrderEvent> {
    if (this.#order !== null) return [];
    this.#isInDoubt = true;
    return [{ kind: 'orderUnknown', ...this.#about(time) }];
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
    if (trades.length > 0) {
      this.#trades ??= new ToldTrades();
      for (const trade of trades) this.#trades.add(trade, trade.tradeId <= this.#before());
      const { sum } = this.#trades;
      if (sum > this.#executed) this.#executed = sum;
    }
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
  *#due(): Generator<OrderEvent, void> {
    const time = this.#time;
    if (!this.isOurs) yield* this.#foreign(time);
    if (!this.isOurs || this.#order === null) return;
    yield* this.#start(time);
    if (this.missesTrades) return;
    if (this.#trades !== null) yield* this.#fills(this.#trades);
    yield* this.#end(time);
  }

  *#foreign(time: number): Generator<OrderEvent, void> {
    if (this.#order === null || this.#isStartTold) return;
    this.#isStartTold = true;
    const { side, quantity } = this.#order;
    yield { kind: 'foreignOrder', ...this.#about(time), side, quantity };
  }

  *#fills(trades: ToldTrades): Generator<OrderEvent, void> {
    for (const { tradeId, price, quantity, notional, fee, liquidity, time } of trades.tell()) {
      yield {
        ...{ kind: 'orderFilled', ...this.#about(time), tradeId, price, quantity, notional, liquidity },
        ...{ fee: fee.amount, feeAsset: fee.asset.code, note: null },
        complete: this.#ending === 'filled' && trades.areTold,
      };
    }
  }

  *#start(time: number): Generator<OrderEvent, void> {
    if (this.#isStartTold || this.#ending === 'rejected') return;
    this.#isStartTold = true;
    yield { kind: 'orderAccepted', ...this.#about(time) };
  }

  *#end(time: number): Generator<OrderEvent, void> {
    const ending = this.#ending;
    if (ending === null || ending === 'filled' || this.#isEndTold) return;
    this.#isEndTold = true;
    yield this.#ended(ending, time);
  }

  #ended(ending: Exclude<Ending, 'filled'>, time: number): OrderEvent {
    const about = this.#about(time);
    switch (ending) {
      case 'cancelled':
        return { kind: 'orderCancelled', ...about };
      case 'expired':
        return { kind: 'orderExpired', ...about, reason: this.#reason ?? 'not told' };
      case 'rejected':
        return { kind: 'orderRejected', ...about, reason: this.#reason ?? 'not told' };
    }
  }

  #about(time: number) {
    return { time, symbol: this.symbol, clientOrderId: this.clientOrderId };
  }
}
