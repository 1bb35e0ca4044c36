import type { Calm, CandleSeries } from '@org/domain';
import type { BarPlace, TradingRun } from '@org/execution';
import { historyStart } from '@org/execution';
import { aggregateSeries, firstIndexAt, sliceSeries } from '@org/market-data';
import type { FeedPlan } from '@org/strategies';
import type { BacktestSetup } from './backtest-setup.ts';
import { FeedBars } from './feed-bars.ts';
import { RecordedColumns } from './recorded-bar.ts';

/** One feed of a run: its bars with the indicator values that belong to each. */
export interface BarFeed {
  readonly symbol: string;
  /** Where its bars belong at the desk. */
  readonly place: BarPlace;
  /** What its market waits for. */
  readonly calm: Calm;
  readonly bars: FeedBars;
  /** How many bars it reads, warm-up included. */
  readonly count: number;
  /** Bars that the indicators need before the first decision. */
  readonly warmUp: number;
  /** Whether orders are matched on these bars: the lowest interval of a market. */
  readonly isBase: boolean;
}

/**
 * Cuts each feed to the bars that the run reads, warm-up included, and computes its indicators over them at once.
 */
export function openFeeds(setup: BacktestSetup, trading: TradingRun): readonly BarFeed[] {
  return setup.feeds.flatMap((plan) => {
    const base = setup.series.find(({ symbol }) => symbol === plan.symbol);
    return base === undefined ? [] : [openFeed(plan, base, setup, trading)];
  });
}

function openFeed(
  plan: FeedPlan,
  base: CandleSeries,
  { venue, fromMs = -Infinity, toMs = Infinity }: BacktestSetup,
  trading: TradingRun,
): BarFeed {
  const isBase = plan.interval === base.interval;
  const bounded = sliceSeries(base, 0, firstIndexAt(base, toMs));
  const whole = isBase ? bounded : aggregateSeries(bounded, plan.interval);
  const read = sliceSeries(whole, historyStart(whole, plan.warmUp, fromMs));
  return {
    symbol: plan.symbol,
    place: trading.placeOf(plan.symbol, plan.interval),
    calm: venue.calmOf(plan.symbol),
    bars: new FeedBars(new RecordedColumns(read, plan.columns(read))),
    count: read.openTime.length,
    warmUp: plan.warmUp,
    isBase,
  };
}
