import type { Candle, CandleClosed, CandleSeries, Strategy } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { Feed, FeedPlan } from '../../lib/plan/feed-plan.ts';
import { barsOf } from '../market/bars-of.ts';
import { groupBy } from '../market/group-by.ts';
import { widenBars } from '../market/widen-bars.ts';
import { deepFreeze } from './deep-freeze.ts';

interface MatchedBar {
  readonly symbol: string;
  readonly candle: Candle;
}

/** What closes when: the bars that orders are matched on, and the events of every feed with their values. */
export class MarketHours {
  /** The closes of the bars of the markets, ascending. */
  readonly times: readonly number[];
  readonly #matched: ReadonlyMap<number, readonly MatchedBar[]>;
  readonly #closes: ReadonlyMap<string, ReadonlyMap<number, CandleClosed>>;
  readonly #newest = new Map<string, CandleClosed>();

  constructor(feeds: readonly FeedPlan[], markets: readonly CandleSeries[]) {
    const bars = markets.flatMap(({ symbol, interval, ...columns }) =>
      barsOf({ symbol, interval, ...columns }).map((candle) => ({
        ...{ symbol, candle, time: candle.openTime + INTERVAL_MS[interval] },
      })),
    );
    this.#matched = groupBy(bars, ({ time }) => time);
    this.times = [...this.#matched.keys()].sort((a, b) => a - b);
    this.#closes = new Map(feeds.map((feed) => [keyOf(feed), closesOf(feed, markets)]));
  }

  matched(time: number): readonly MatchedBar[] {
    return this.#matched.get(time) ?? [];
  }

  /** Closes what is due, and gives the last bar of it that the strategy listens to. */
  close(time: number, strategy: Strategy): CandleClosed | null {
    for (const [key, closes] of this.#closes) {
      const event = closes.get(time);
      if (event !== undefined) this.#newest.set(key, event);
    }
    return this.newest(strategy).findLast((event) => event?.time === time) ?? null;
  }

  /** The newest bar of each candle input of the strategy. */
  newest(strategy: Strategy): readonly (CandleClosed | null)[] {
    return strategy.inputs.flatMap((input) =>
      input.kind === 'candles' ? [this.#newest.get(keyOf(input)) ?? null] : [],
    );
  }
}

function keyOf({ symbol, interval }: Feed): string {
  return `${symbol} ${interval}`;
}

function closesOf(feed: FeedPlan, markets: readonly CandleSeries[]): ReadonlyMap<number, CandleClosed> {
  const market = markets.find(({ symbol }) => symbol === feed.symbol);
  if (market === undefined) throw new RangeError(`the rehearsal has no market ${feed.symbol}`);
  const series = market.interval === feed.interval ? market : widenBars(market, feed.interval);
  const columns = feed.columns(series);
  const { symbol, interval } = feed;
  return new Map(
    barsOf(series).map((candle, index) => {
      const time = candle.openTime + INTERVAL_MS[interval];
      const values = columns.valuesAt(index);
      return [
        time,
        deepFreeze<CandleClosed>({ kind: 'candleClosed', time, symbol, interval, candle, values }),
      ];
    }),
  );
}
