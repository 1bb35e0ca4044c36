import type { MarketRecord, WindowStatistics } from '../../../records/markets/market-records.ts';
import type { World } from '../../../world/world.ts';
import type { Payload } from '../feed.ts';

/** A market as it stands when its ticker is told. */
export interface TickedMarket {
  readonly world: World;
  readonly record: MarketRecord;
  readonly now: number;
}

/** What a ticker says of a stretch of time. */
export interface Ticker {
  readonly windowMs: number;
  /** Whether it also tells the best of the book, and so changes with it. */
  readonly tellsBook: boolean;
  readonly payload: (market: TickedMarket, statistics: WindowStatistics) => Payload;
}
