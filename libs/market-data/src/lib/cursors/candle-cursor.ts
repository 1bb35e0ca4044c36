import type { Candle, Interval } from '@org/domain';
import { OnestepError } from '@org/domain';

/** Which bars a feed gives. */
export interface FeedName {
  readonly symbol: string;
  readonly interval: Interval;
}

/** The closed bars of one feed, one after the other, as plain candles or as `Bar` says. */
export interface CandleCursor<Bar = Candle> extends FeedName {
  /** When the bar that `take` gives next closes, in ms UTC; Infinity at the end. */
  readonly nextCloseTime: number;
  /**
   * Gives the next bar and moves on.
   *
   * @throws CursorError `cursor-at-end` when `nextCloseTime` is Infinity.
   */
  take(): Bar;
}

/** A cursor was asked for what it does not have. */
export class CursorError extends OnestepError {}

export function atEnd({ symbol, interval }: FeedName): CursorError {
  return new CursorError('cursor-at-end', {
    what: `there is no further bar of ${symbol} ${interval}`,
    allowed: 'take() while nextCloseTime is finite',
  });
}
