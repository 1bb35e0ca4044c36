import type { CandleSeries, Interval } from '@org/domain';
import { historyStart } from '@org/execution';
import type { CandleCursor, SeriesCursor } from '@org/market-data';
import { aggregateSeries, firstIndexAt, seriesCursor, sliceSeries } from '@org/market-data';
import type { FeedPlan, FeedColumns } from '@org/strategies';
import type { BacktestSetup } from './backtest-setup.ts';

/** The bars of one feed with the indicator values that belong to each. */
export interface BarFeed {
  readonly symbol: string;
  readonly interval: Interval;
  readonly cursor: SeriesCursor;
  readonly values: FeedColumns;
  /** How many bars it reads, warm-up included. */
  readonly bars: number;
  /** Bars that the indicators need before the first decision. */
  readonly warmUp: number;
  /** Whether orders are matched on these bars: the lowest interval of a market. */
  readonly isBase: boolean;
}

/** Cuts each feed to the bars that the run reads, warm-up included, and computes its indicators over them at once. */
export function openFeeds({
  feeds,
  series,
  fromMs = -Infinity,
  toMs = Infinity,
}: BacktestSetup): readonly BarFeed[] {
  return feeds.flatMap((plan) => {
    const base = series.find(({ symbol }) => symbol === plan.symbol);
    return base === undefined ? [] : [openFeed(plan, base, fromMs, toMs)];
  });
}

/** The cursors of feeds, for a timeline. */
export function cursorsOf(feeds: readonly BarFeed[]): readonly CandleCursor[] {
  return feeds.map(({ cursor }) => cursor);
}

function openFeed(plan: FeedPlan, base: CandleSeries, fromMs: number, toMs: number): BarFeed {
  const isBase = plan.interval === base.interval;
  const bounded = sliceSeries(base, 0, firstIndexAt(base, toMs));
  const whole = isBase ? bounded : aggregateSeries(bounded, plan.interval);
  const read = sliceSeries(whole, historyStart(whole, plan.warmUp, fromMs));
  return {
    symbol: plan.symbol,
    interval: plan.interval,
    cursor: seriesCursor(read),
    values: plan.columns(read),
    bars: read.openTime.length,
    warmUp: plan.warmUp,
    isBase,
  };
}
