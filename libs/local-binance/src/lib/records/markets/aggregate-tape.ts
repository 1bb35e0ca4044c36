import { quantity } from '@org/domain';
import type { MarketTrade } from '@org/simulator';
import type { AggregateTrade, Tape } from './market-records.ts';
import { RingTape } from './ring-tape.ts';

/** The last aggregate, which the next trade may still join. */
interface Growing {
  readonly takerOrderId: number;
  readonly trade: AggregateTrade;
}

/** Trades of one taker at one price and one time, told as one. */
export class AggregateTape implements Tape<AggregateTrade> {
  readonly #closed: RingTape<AggregateTrade>;
  #growing: Growing | null = null;

  constructor(bound: number) {
    this.#closed = new RingTape(bound, { id: ({ aggregateId }) => aggregateId, time: ({ time }) => time });
  }

  add(trade: MarketTrade): void {
    const takerOrderId = trade.buyerIsMaker ? trade.sellerOrderId : trade.buyerOrderId;
    const growing = this.#growing;
    if (growing !== null && joins(growing, trade, takerOrderId)) {
      this.#growing = { takerOrderId, trade: joined(growing.trade, trade) };
      return;
    }
    if (growing !== null) this.#closed.push(growing.trade);
    this.#growing = { takerOrderId, trade: begun(trade, (growing?.trade.aggregateId ?? 0) + 1) };
  }

  replaceAll(replace: (trade: AggregateTrade) => AggregateTrade): void {
    this.#closed.replaceAll(replace);
    if (this.#growing !== null) this.#growing = { ...this.#growing, trade: replace(this.#growing.trade) };
  }

  last(): AggregateTrade | undefined {
    return this.#growing?.trade;
  }

  latest(limit: number): readonly AggregateTrade[] {
    return limit === 0 ? [] : [...this.#closed.latest(limit - 1), ...this.#tail()];
  }

  from(id: number, limit: number): readonly AggregateTrade[] {
    const closed = this.#closed.from(id, limit);
    return closed.length === limit ? closed : [...closed, ...this.#tail((last) => last.aggregateId >= id)];
  }

  between(
    startMs: number,
    endMs: number,
    limit: number,
    take: 'oldest' | 'newest',
  ): readonly AggregateTrade[] {
    const closed = this.#closed.between(startMs, endMs, limit, take);
    const all = [...closed, ...this.#tail(({ time }) => time >= startMs && time <= endMs)];
    return take === 'oldest' ? all.slice(0, limit) : all.slice(-limit);
  }

  #tail(wanted: (trade: AggregateTrade) => boolean = () => true): readonly AggregateTrade[] {
    return this.#growing !== null && wanted(this.#growing.trade) ? [this.#growing.trade] : [];
  }
}

function joins({ takerOrderId, trade }: Growing, next: MarketTrade, nextTakerOrderId: number): boolean {
  return takerOrderId === nextTakerOrderId && trade.price === next.price && trade.time === next.time;
}

function begun(trade: MarketTrade, aggregateId: number): AggregateTrade {
  const { price, time, buyerIsMaker, tradeId } = trade;
  return {
    aggregateId,
    price,
    quantity: trade.quantity,
    firstTradeId: tradeId,
    lastTradeId: tradeId,
    time,
    buyerIsMaker,
  };
}

function joined(aggregate: AggregateTrade, trade: MarketTrade): AggregateTrade {
  return {
    ...aggregate,
    quantity: quantity(aggregate.quantity + trade.quantity),
    lastTradeId: trade.tradeId,
  };
}
