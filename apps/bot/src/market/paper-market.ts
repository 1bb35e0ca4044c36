import type { Interval } from '@org/domain';
import type { CandleCursor } from '@org/market-data';
import type { SessionMarket, TradedSpan } from '@org/session';

/** A feed that a session reads: which bars, and how many of them its indicators need before the first decision. */
export interface FeedNeed {
  readonly symbol: string;
  readonly interval: Interval;
  readonly warmUp: number;
}

/** Where the bars of a paper session come from. */
export interface PaperMarket {
  /** As a person calls it: `synthetic, seed 1`. */
  readonly name: string;
  /** In the order of symbols that strategies see. */
  readonly markets: readonly SessionMarket[];
  /** What a person should know about the bars, such as gaps. */
  readonly warnings: readonly string[];
  /** The bars of one feed, those for its warm-up first; each call begins anew. */
  open(feed: FeedNeed, span: TradedSpan): CandleCursor;
}
