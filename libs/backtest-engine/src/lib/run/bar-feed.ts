import type { Calm, CandleSeries } from '@org/domain';
import type { BarPlace, TradingRun } from '@org/execution';
import { historyStart } from '@org/execution';
import { aggregateSeries, firstIndexAt, sliceSeries } from '@org/market-data';
import type { FeedPlan } from '@org/strategies';
import type { BacktestSetup } from './backtest-setup.ts';
import { FeedBars } from './feed-bars.ts';
import { layOutBars } from './bar-table.ts';
import type { RunMemory } from './run-memory.ts';

/** One feed of a run: its bars with the indicator values that belong to each. */
export interface BarFeed {
  readonly symbol: string;
  /** Where its bars belong at the desk. */
  readonly place: BarPlace;
  /** What its market waits for. */
  readonly calm: Calm;
  readonly bars: FeedBars;
  /** All bars that it reads, warm-up included. */
  readonly series: CandleSeries;
  /** Bars that the indicators need before the first decision. */
  readonly warmUp: number;
  /** Whether orders are matched on these bars: the lowest interval of a market. */
  readonly isBase: boolean;
  /** The last time slice in which the venue was not shown its bar. */
  unseenIn: number;
}

/**
 * Cuts each feed to the bars that the run reads, warm-up included, and computes its indicators over them at once, into
 * that memory.
 */
export function openFeeds(setup: BacktestSetup, trading: TradingRun, memory: RunMemory): readonly BarFeed[] {
  const read = setup.feeds.flatMap((plan) => {
    const base = setup.series.find(({ symbol }) => symbol === plan.symbol);
    if (base === undefined) return [];
    return [{ plan, series: barsRead(plan, base, setup), isBase: plan.interval === base.interval }];
  });
  const rows = layOutBars(read.map(({ plan, series }) => ({ series, values: plan.columns(series, memory) })));
  return read.map(({ plan: { symbol, interval, warmUp }, series, isBase }, at) => ({
    symbol,
    place: trading.placeOf(symbol, interval),
    calm: setup.venue.calmOf(symbol),
    bars: new FeedBars(rows[at]!),
    series,
    warmUp,
    isBase,
    unseenIn: -1,
  }));
}

function barsRead(
  plan: FeedPlan,
  base: CandleSeries,
  { fromMs = -Infinity, toMs = Infinity }: BacktestSetup,
): CandleSeries {
  const bounded = sliceSeries(base, 0, firstIndexAt(base, toMs));
  const whole = plan.interval === base.interval ? bounded : aggregateSeries(bounded, plan.interval);
  return sliceSeries(whole, historyStart(whole, plan.warmUp, fromMs));
}
