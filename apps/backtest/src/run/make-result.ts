import type { BacktestResult, BacktestRun, RefusalFacts, StrategyFacts } from '@org/backtest-engine';
import {
  buyAndHold,
  computeStatistics,
  instrumentFacts,
  measureEquity,
  oneOrMore,
  RESULT_VERSION,
  roundTrips,
} from '@org/backtest-engine';
import type { Alert, RiskLimits } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import { firstIndexAt } from '@org/market-data';
import type { Session } from '@org/session';
import { startingEquity } from './deposits.ts';
import type { Market } from './open-market.ts';
import type { RunOptions } from './run-options.ts';

/** A run with all that it was made from. */
export interface FinishedRun {
  /** The command line that makes it again. */
  readonly command: string;
  readonly options: RunOptions;
  readonly limits: RiskLimits;
  readonly markets: readonly Market[];
  readonly session: Session;
  /** The hash of each strategy's file by the strategy's name; null for built-in ones. */
  readonly hashes: ReadonlyMap<string, string | null>;
  readonly run: BacktestRun;
  readonly alerts: readonly Alert[];
  readonly refusals: readonly RefusalFacts[];
}

/** Everything that a finished run has to tell, in the layout of `result.json`. */
export function makeResult(finished: FinishedRun): BacktestResult {
  const { command, options, limits, markets, session, run } = finished;
  const begun = startingEquity(options, markets);
  const stock = stockOf(options);
  const startTime = Math.min(...markets.map(({ facts }) => facts.from));
  const trips = roundTrips(run.fills, {
    instruments: markets.map(({ instrument }) => instrument),
    lastPrice: (symbol) => lastClose(markets, symbol),
    assetPrice: (asset, time) => closeBefore(markets, asset, time),
    stock,
  });
  return {
    version: RESULT_VERSION,
    command,
    data: oneOrMore(markets.map(({ facts }) => facts)),
    instrument: oneOrMore(markets.map(({ instrument }) => instrumentFacts(instrument))),
    strategy: oneOrMore(session.seated.map((seated) => strategyFacts(seated, finished.hashes))),
    assumptions: {
      cash: options.cash,
      deposits: Object.fromEntries([...stock].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      startingEquity: begun,
      quoteAsset: markets[0]?.instrument.quote.code ?? '',
      fee: options.fee,
      feeAsset: options.feeAsset,
      slippage: options.slippage,
      participation: options.participation,
      warmUpBars: Math.max(0, ...session.feeds.map(({ warmUp }) => warmUp)),
      limits,
    },
    statistics: computeStatistics({
      equity: measureEquity(begun, startTime, run.equity),
      startTime,
      fills: run.fills,
      roundTrips: trips,
      slippage: options.slippage,
      buyAndHold: buyAndHold(markets.filter(({ isForPrices }) => !isForPrices).map(({ traded }) => traded)),
    }),
    trades: trips.trades,
    openPositions: trips.openPositions,
    alerts: finished.alerts.map(({ time, code, message }) => ({ time, code, message })),
    refusals: finished.refusals,
    fills: run.fills,
    equity: run.equity,
  };
}

/** What was deposited beside the cash, by asset. */
function stockOf({ deposits }: RunOptions): ReadonlyMap<string, number> {
  const stock = new Map<string, number>();
  for (const { asset, amount } of deposits) stock.set(asset, (stock.get(asset) ?? 0) + Number(amount));
  return stock;
}

function strategyFacts(
  { strategy }: Session['seated'][number],
  hashes: FinishedRun['hashes'],
): StrategyFacts {
  const { id, name, parameters } = strategy;
  return { id, name, sha256: hashes.get(name) ?? null, parameters };
}

function lastClose(markets: readonly Market[], symbol: string): number {
  return markets.find(({ instrument }) => instrument.symbol === symbol)?.traded.close.at(-1) ?? 0;
}

/** What an asset that fees are paid in was worth: the newest close of its market at that time. */
function closeBefore(markets: readonly Market[], asset: string, time: number): number {
  const series = markets.find(({ instrument }) => instrument.base.code === asset)?.traded;
  if (series === undefined) return Number.NaN;
  const next = firstIndexAt(series, time - INTERVAL_MS[series.interval] + 1);
  return series.close[Math.max(0, next - 1)] ?? Number.NaN;
}
