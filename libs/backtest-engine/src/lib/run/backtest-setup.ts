import type { CandleSeries, Command, SelectiveBarVenue, TradingEvent } from '@org/domain';
import type { ComputeTask, TradingSetup } from '@org/execution';
import type { FeedPlan } from '@org/strategies';

/** What a backtest runs on. */
export interface BacktestSetup {
  /** Account, limits, markets, and the planned strategies with their shares. */
  readonly trading: TradingSetup;
  /** The feeds that the strategies need, and the lowest interval of each market, from `planSession`. */
  readonly feeds: readonly FeedPlan[];
  /** The recorded bars of the lowest interval, one series for each market. */
  readonly series: readonly CandleSeries[];
  /** Where orders go; fresh for each run. */
  readonly venue: SelectiveBarVenue;
  /** Heavy work that strategies may ask for, by name; none by default. */
  readonly tasks?: ReadonlyMap<string, ComputeTask>;
  /** Bars that open earlier only warm up; ms UTC, none by default. */
  readonly fromMs?: number;
  /** Bars that open then or later are left out; ms UTC, none by default. */
  readonly toMs?: number;
}

/** Who looks on while a backtest runs; nothing it does changes the run. */
export interface BacktestObserver {
  /** A command as it is given, before it is carried out. */
  onCommand?(command: Command): void;
  /** An event on its way into the step. */
  onEvent?(event: TradingEvent): void;
  /** Now and then: how many bars of how many are done. */
  onProgress?(bars: number, ofBars: number): void;
}
