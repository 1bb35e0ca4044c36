import type { OrderEvent, VenueOrder } from '@org/domain';
import type { OrderSighting, OrderTrade } from '../orders/order-sighting.ts';
import type { Ending } from './order-ending.ts';
import { OrderStanding } from './order-standing.ts';
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
 * as events, each once. A trade is one by its id. Where trades are missing, what comes after them waits.
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
  #standing = new OrderStanding();
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
    record.#standing = new OrderStanding(BigInt(booked), ending);
    if (tradeIds.length > 0) record.#trades = new ToldTrades(tradeIds, BigInt(booked));
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
      ending: this.isAllTold ? this.#standing.ending : null,
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
    return this.#standing.order;
  }

  /** Whether the exchange had it and has it no more, which cannot be said of one that it refused. */
  get hasEnded(): boolean {
    return this.#standing.ending !== null;
  }

  /** It is over, and was told to the end. */
  get isAllTold(): boolean {
    if (!this.isOver || this.#trades?.areTold === false) return false;
    const { ending } = this.#standing;
    return this.#isEndTold || ending === null || ending === 'filled';
  }

  /** Nothing more can happen to it, and all that has is known. */
  get isOver(): boolean {
    if (!this.isOurs) return this.#isStartTold;
    return (this.hasEnded || this.#refusal !== null) && !this.missesTrades;
  }

  /** Sent, and the answer was lost. */
  get isInDoubt(): boolean {
    return this.#isInDoubt && this.order === null;
  }

  /** More was traded than we know the trades of. */
  get missesTrades(): boolean {
    return this.isOurs && this.#standing.executed > (this.#trades?.sum ?? 0n);
  }

  /** Takes in what was told, and gives what is new by it. */
  see(sighting: OrderSighting): Iterable<OrderEvent> {
    this.#venueOrderId = sighting.order.venueOrderId;
    if (this.#refusal !== null) this.overSince = null;
    this.#refusal = null;
    this.#time = Math.max(this.#time, sighting.time);
    this.#standing.see(sighting);
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
    if (this.order !== null || this.#refusal !== null) return [];
    this.#refusal = reason;
    this.#isInDoubt = false;
    return [{ kind: 'orderRejected', ...this.#about(time), reason }];
  }

  /** It has ended without having traded, so long ago that nobody knows how. */
  archive(time: number): Iterable<OrderEvent> {
    if (this.hasEnded) return [];
    this.#standing.archive();
    return this.#end(time);
  }

  /** The answer was lost. */
  doubt(time: number): Iterable<OrderEvent> {
    if (this.order !== null) return [];
    this.#isInDoubt = true;
    return [{ kind: 'orderUnknown', ...this.#about(time) }];
  }

  #collect(trades: readonly OrderTrade[]): void {
    if (trades.length > 0) this.#trades ??= new ToldTrades();
    for (const trade of trades) this.#trades?.add(trade, trade.tradeId <= this.#before());
    this.#standing.haveTraded(this.#trades?.sum ?? 0n);
  }

  /** What can be told now: that it is there, its trades if none is missing, and its end. */
  *#due(): Generator<OrderEvent, void> {
    const time = this.#time;
    if (!this.isOurs) yield* this.#foreign(time);
    if (!this.isOurs || this.order === null) return;
    yield* this.#start(time);
    if (this.missesTrades) return;
    if (this.#trades !== null) yield* this.#fills(this.#trades);
    yield* this.#end(time);
  }

  *#foreign(time: number): Generator<OrderEvent, void> {
    const { order } = this;
    if (order === null || this.#isStartTold) return;
    this.#isStartTold = true;
    const { side, quantity } = order;
    yield { kind: 'foreignOrder', ...this.#about(time), side, quantity };
  }

  *#fills(trades: ToldTrades): Generator<OrderEvent, void> {
    for (const { tradeId, price, quantity, notional, fee, liquidity, time } of trades.tell()) {
      yield {
        ...{ kind: 'orderFilled', ...this.#about(time), tradeId, price, quantity, notional, liquidity },
        ...{ fee: fee.amount, feeAsset: fee.asset.code, note: null },
        complete: this.#standing.ending === 'filled' && trades.areTold,
      };
    }
  }

  *#start(time: number): Generator<OrderEvent, void> {
    if (this.#isStartTold || this.#standing.ending === 'rejected') return;
    this.#isStartTold = true;
    yield { kind: 'orderAccepted', ...this.#about(time) };
  }

  *#end(time: number): Generator<OrderEvent, void> {
    const { ending } = this.#standing;
    if (ending === null || ending === 'filled' || this.#isEndTold) return;
    this.#isEndTold = true;
    yield this.#ended(ending, time);
  }

  #ended(ending: Exclude<Ending, 'filled'>, time: number): OrderEvent {
    const about = this.#about(time);
    const reason = this.#standing.reason ?? 'not told';
    switch (ending) {
      case 'cancelled':
        return { kind: 'orderCancelled', ...about };
      case 'expired':
        return { kind: 'orderExpired', ...about, reason };
      case 'rejected':
        return { kind: 'orderRejected', ...about, reason };
    }
  }

  #about(time: number) {
    return { time, symbol: this.symbol, clientOrderId: this.clientOrderId };
  }
}
