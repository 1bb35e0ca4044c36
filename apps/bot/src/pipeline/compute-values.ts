import { WarmUpGate } from '@org/execution';
import type { FeedPlan, FeedStream } from '@org/strategies';
import type { OperatorFunction } from 'rxjs';
import { concatMap, defer } from 'rxjs';
import type { MarketItem, TradableItem } from './market-item.ts';

/** A feed of the session; `isBase` where orders are matched on its bars. */
export interface SessionFeed {
  readonly plan: FeedPlan;
  readonly isBase: boolean;
}

/**
 * Computes the indicators of each feed bar by bar, and lets through what may be traded on: all from the time slice on
 * before which every feed is warm. Earlier bars only move the indicators.
 *
 * @param feeds in the order in which the items number them
 * @param fromMs ms UTC; bars that open earlier only warm up. `-Infinity` for none
 */
export function computeValues(
  feeds: readonly SessionFeed[],
  fromMs: number,
): OperatorFunction<MarketItem, TradableItem> {
  return (item$) =>
    defer(() => {
      const computing = new Computing(feeds, fromMs);
      return item$.pipe(concatMap((item) => computing.take(item)));
    });
}

class Computing {
  readonly #feeds: readonly (SessionFeed & { readonly stream: FeedStream })[];
  readonly #gate: WarmUpGate;
  #open = false;

  constructor(feeds: readonly SessionFeed[], fromMs: number) {
    this.#feeds = feeds.map((feed) => ({ ...feed, stream: feed.plan.openStream() }));
    this.#gate = new WarmUpGate(
      feeds.map(({ plan }) => plan.warmUp),
      fromMs,
    );
  }

  take(item: MarketItem): readonly TradableItem[] {
    switch (item.kind) {
      case 'candle':
        return this.#takeBar(item);
      case 'missing':
        return this.#open ? [{ kind: 'candlesMissing', time: item.time, missing: item.missing }] : [];
      default:
        return [item];
    }
  }

  #takeBar({
    feed: index,
    time,
    symbol,
    interval,
    candle,
  }: MarketItem & { readonly kind: 'candle' }): readonly TradableItem[] {
    const feed = this.#feeds[index];
    if (feed === undefined) return [];
    const values = feed.stream.next(candle);
    if (!this.#open) this.#open = this.#gate.admit(index, time);
    if (!this.#open) return [];
    const event = { kind: 'candleClosed', time, symbol, interval, candle, values } as const;
    return [{ kind: 'bar', event, isBase: feed.isBase }];
  }
}
