import type { Candle, Interval } from '@org/domain';
import type { MonoTypeOperatorFunction } from 'rxjs';
import { defer, filter } from 'rxjs';

/** A closed bar and where it is from. */
export interface FeedBar {
  readonly symbol: string;
  readonly interval: Interval;
  readonly candle: Candle;
}

/**
 * Drops bars that have been before: a reconnect tells again what was told, and a bar counts once. What is no bar
 * passes.
 */
export function dropRepeatedBars<T extends object>(): MonoTypeOperatorFunction<T> {
  return (item$) =>
    defer(() => {
      const newest = new Map<string, number>();
      return item$.pipe(
        filter((item) => {
          if (!isFeedBar(item)) return true;
          const { symbol, interval, candle } = item;
          const feed = `${symbol} ${interval}`;
          if (candle.openTime <= (newest.get(feed) ?? Number.NEGATIVE_INFINITY)) return false;
          newest.set(feed, candle.openTime);
          return true;
        }),
      );
    });
}

function isFeedBar(item: object): item is FeedBar {
  return 'candle' in item && 'symbol' in item && 'interval' in item;
}
