export { RESULT_VERSION } from './lib/result/backtest-result.ts';
export type {
  AlertFacts,
  Assumptions,
  BacktestResult,
  DataFacts,
  Equity,
  FirstRefusal,
  GapFacts,
  InstrumentFacts,
  RefusalFacts,
  StrategyFacts,
  Times,
} from './lib/result/backtest-result.ts';
export { dataFacts } from './lib/result/data-facts.ts';
export { describeFill } from './lib/result/fill.ts';
export type { Fill, FillKind, FilledOrder } from './lib/result/fill.ts';
export { instrumentFacts } from './lib/result/instrument-facts.ts';
export { listOf, oneOrMore } from './lib/result/one-or-more.ts';
export type { OneOrMore } from './lib/result/one-or-more.ts';
export { NotFiniteError } from './lib/result/plain-json.ts';
export { resultJson } from './lib/result/result-json.ts';
export { tradesCsv } from './lib/result/trades-csv.ts';

export { UnpricedFillError, roundTrips } from './lib/trades/round-trips.ts';
export type { RoundTripOptions } from './lib/trades/round-trips.ts';
export { OversoldError } from './lib/trades/trade-book.ts';
export type { AssetPrice } from './lib/trades/fee-value.ts';
export type { OpenPosition, RoundTrips, Trade } from './lib/trades/trade.ts';

export { buyAndHold } from './lib/statistics/buy-and-hold.ts';
export { measureEquity } from './lib/statistics/measure-equity.ts';
export type { EquityMeasures } from './lib/statistics/measure-equity.ts';
export { STATISTIC_NOTES } from './lib/statistics/statistic-notes.ts';
export type { StatisticNote, StatisticUnit } from './lib/statistics/statistic-notes.ts';
export { computeStatistics } from './lib/statistics/statistics.ts';
export type { Statistics, StatisticsInput } from './lib/statistics/statistics.ts';

export { figure } from './lib/report/figures.ts';
export { renderReport } from './lib/report/report.ts';
export { writeBacktest } from './lib/report/write-backtest.ts';

export { runBacktest } from './lib/run/run-backtest.ts';
export type { BacktestRun } from './lib/run/run-backtest.ts';
export { RunMemory } from './lib/run/run-memory.ts';
export type { BacktestObserver, BacktestSetup } from './lib/run/backtest-setup.ts';
