import type { BookLoss } from '../books/kept-book.ts';
import type { Interval } from '../time/interval.ts';
import type { CandleClosed, Traded } from './market-event.ts';

/**
 * Something that a stream has told late, or as usual: what is repaired was missed by the stream and asked for afterwards.
 * Either way it comes once and in its order.
 */
interface Repairable {
  readonly isRepaired: boolean;
}

/** A closed bar, as a stream tells it. */
export interface StreamedCandle extends CandleClosed, Repairable {}

/** A trade of the market, as a stream tells it. */
export interface StreamedTrade extends Traded, Repairable {}

/** The exchange has no bars that open within `[fromMs, toMs)`: it was away then, or has forgotten. None is invented. */
export interface CandlesAbsent {
  readonly kind: 'candlesAbsent';
  readonly time: number;
  readonly symbol: string;
  readonly interval: Interval;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The exchange does not tell the trades with ids from `fromId` to before `toId`. */
export interface TradesAbsent {
  readonly kind: 'tradesAbsent';
  readonly time: number;
  readonly symbol: string;
  readonly fromId: number;
  readonly toId: number;
}

/** The last `bookChanged` of this market is old, and nothing may be decided by it, until another one comes. */
export interface BookLost {
  readonly kind: 'bookLost';
  readonly time: number;
  readonly symbol: string;
  /** `silent`: no change has come for so long that something must be wrong. */
  readonly reason: BookLoss | 'silent';
}

/** A best price and how much is there. */
export interface BestPrice {
  /** In quote per base. */
  readonly price: number;
  /** In base. */
  readonly quantity: number;
}

/** The best prices of a market; null for a side on which nobody rests. */
export interface TickerChanged {
  readonly kind: 'tickerChanged';
  /** When it was heard: the exchange does not say when it was so. */
  readonly time: number;
  readonly symbol: string;
  readonly updateId: number;
  readonly bid: BestPrice | null;
  readonly ask: BestPrice | null;
}
