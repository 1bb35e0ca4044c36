import type { Strategy } from '@org/domain';
import type { BoundStrategy } from '../binding/bound-strategy.ts';
import { feedColumns } from './feed-columns.ts';
import type { FeedLayout } from './feed-layout.ts';
import { feedKey, layOutFeeds, placementsOf } from './feed-layout.ts';
import type { Feed, FeedPlan } from './feed-plan.ts';
import { openFeedStream } from './feed-stream.ts';

/** What a session runs: its strategies, and what must be computed for them on which feed. */
export interface SessionPlan {
  /** In the order given, each reading its values where the feeds put them. */
  readonly strategies: readonly Strategy[];
  /** Each market and interval once: what the strategies listen to first, then the extra ones. */
  readonly feeds: readonly FeedPlan[];
}

/**
 * Plans the indicators of a session. What two strategies want alike is computed once.
 *
 * @param extra feeds that are needed beside what the strategies listen to, such as the bars that orders are matched on
 */
export function planSession(strategies: readonly BoundStrategy[], extra: readonly Feed[] = []): SessionPlan {
  const layouts = layOutFeeds(strategies);
  const feeds = new Map<string, Feed>();
  const listened = strategies.flatMap(({ inputs }) => inputs.filter((input) => input.kind === 'candles'));
  for (const { symbol, interval } of [...listened, ...extra]) {
    feeds.set(feedKey({ symbol, interval }), { symbol, interval });
  }
  return {
    strategies: strategies.map((strategy) => strategy.placed(placementsOf(layouts, strategy.indicators))),
    feeds: Array.from(feeds, ([key, feed]) => {
      const layout = layouts.find((one) => feedKey(one) === key);
      return planFeed(layout ?? { ...feed, width: 0, indicators: new Map() });
    }),
  };
}

function planFeed(layout: FeedLayout): FeedPlan {
  const { symbol, interval, width } = layout;
  return {
    ...{ symbol, interval, width },
    warmUp: warmUpOf(layout),
    columns: (series, room) => feedColumns(layout, series, room),
    openStream: () => openFeedStream(layout),
  };
}

function warmUpOf({ indicators }: FeedLayout): number {
  let bars = 0;
  for (const { row, options, depth } of indicators.values()) {
    const stable = row.stableAfter(options);
    const first = Number.isFinite(stable) ? stable : row.warmUp(options);
    bars = Math.max(bars, first + depth - 1);
  }
  return bars;
}
