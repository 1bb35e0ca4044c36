import type { Amount, Price, Quantity } from '@org/domain';
import type { AveragePrice, MarketTrade, SymbolGrid } from '@org/simulator';
import type { KlineInterval } from './kline-interval.ts';

/** What has been traded on every market: told by events, kept up to a bound, in the units of each market's grid. */
export interface MarketRecords {
  /** Undefined for a symbol that does not exist. */
  market(symbol: string): MarketRecord | undefined;
  /** By volume over the last minutes, or the last price where they were quiet; null before the first trade. */
  averagePrice(symbol: string, minutes: number): AveragePrice | null;
  /** As the symbol's rules have it found; null where they do not, or nothing is there to find it by. */
  referencePrice(symbol: string): AveragePrice | null;
}

/** The past of one market. */
export interface MarketRecord {
  readonly grid: SymbolGrid;
  readonly trades: Tape<MarketTrade>;
  readonly aggregates: Tape<AggregateTrade>;
  /** Oldest first, the one that runs now included. Bars without trades repeat the close before. */
  klines(query: KlineQuery): readonly Kline[];
  /** The bar that runs now; null before the first trade. */
  currentKline(interval: KlineInterval, offsetMs?: number): Kline | null;
  /**
   * Of the last `windowMs`. It begins with a whole minute, and so is up to a minute longer; null before the first
   * trade.
   */
  rolling(windowMs: number): WindowStatistics | null;
  /** Since `fromMs`, the start of a minute. */
  since(fromMs: number): WindowStatistics | null;
}

/** The latest entries of something that is counted up; older ones are forgotten. */
export interface Tape<Entry> {
  /** Oldest first. */
  latest(limit: number): readonly Entry[];
  /** From an id on; what is forgotten is left out. */
  from(id: number, limit: number): readonly Entry[];
  /** Within both times, ends included: the oldest `limit`, or from the end the newest. */
  between(startMs: number, endMs: number, limit: number, take: 'oldest' | 'newest'): readonly Entry[];
  last(): Entry | undefined;
}

/** Trades in a row of one taker at one price. */
export interface AggregateTrade {
  readonly aggregateId: number;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly firstTradeId: number;
  readonly lastTradeId: number;
  readonly time: number;
  readonly buyerIsMaker: boolean;
}

export interface KlineQuery {
  readonly interval: KlineInterval;
  /** Of the open times, ends included; null for open. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly limit: number;
  /** How far the bars' clock is ahead of UTC. */
  readonly offsetMs: number;
}

/** A bar. Volumes are in the smallest units of base and quote. */
export interface Kline {
  readonly openTime: number;
  /** The last millisecond of it. */
  readonly closeTime: number;
  readonly open: Price;
  readonly high: Price;
  readonly low: Price;
  readonly close: Price;
  readonly volume: Amount;
  readonly quoteVolume: Amount;
  readonly tradeCount: number;
  /** What takers bought. */
  readonly takerVolume: Amount;
  readonly takerQuoteVolume: Amount;
  /** -1 where nothing was traded. */
  readonly firstTradeId: number;
  readonly lastTradeId: number;
}

/** What a stretch of time adds up to. */
export interface WindowStatistics {
  readonly openTime: number;
  readonly closeTime: number;
  readonly open: Price;
  readonly high: Price;
  readonly low: Price;
  readonly last: Price;
  readonly lastQuantity: Quantity;
  /** Of the trade before the first of the window; the open where there is none. */
  readonly previousClose: Price;
  readonly volume: Amount;
  readonly quoteVolume: Amount;
  readonly tradeCount: number;
  readonly firstTradeId: number;
  readonly lastTradeId: number;
}
