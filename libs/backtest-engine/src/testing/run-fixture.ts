import type { CandleSeries, Command, RiskLimits, SpotInstrument, TradingEvent } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, canonicalJson, toAmount } from '@org/domain';
import type { BarSimulator } from '@org/simulator';
import { createBarSimulator } from '@org/simulator';
import type { GivenParameters, StrategyDefinition } from '@org/strategies';
import { bindStrategy, planSession } from '@org/strategies';
import type { BacktestObserver, BacktestSetup } from '../lib/run/backtest-setup.ts';
import type { BacktestRun } from '../lib/run/run-backtest.ts';
import { runBacktest } from '../lib/run/run-backtest.ts';
import type { RunMemory } from '../lib/run/run-memory.ts';

/** All limits off: what a strategy wants, it gets. */
export const OPEN_LIMITS: RiskLimits = {
  amountPerTrade: 1,
  riskPerTrade: null,
  stopLoss: null,
  takeProfitRatio: null,
  maxPosition: null,
  maxOpenOrders: null,
  dailyLoss: null,
  maxDrawdown: null,
};

/** What a run is made from; everything but the strategy and the bars has a default. */
export interface Trial {
  readonly strategy: StrategyDefinition;
  readonly series: readonly CandleSeries[];
  readonly set?: GivenParameters;
  readonly limits?: RiskLimits;
  readonly cash?: number;
  readonly fee?: string;
  readonly slippage?: string;
  readonly participation?: number;
  readonly fromMs?: number;
  readonly toMs?: number;
}

/** A finished run with everything that passed through its step. */
export interface TriedRun extends BacktestRun {
  readonly commands: readonly Command[];
  readonly events: readonly TradingEvent[];
  /** Both, in the order in which they were. */
  readonly log: readonly (TradingEvent | Command)[];
  readonly venue: BarSimulator;
}

/** Sets a run up without running it. */
export function setUp(trial: Trial): BacktestSetup & { readonly venue: BarSimulator } {
  const [first] = trial.series;
  if (first === undefined) throw new RangeError('a trial needs bars');
  const symbols: [string, ...string[]] = [first.symbol, ...trial.series.slice(1).map(({ symbol }) => symbol)];
  const bound = bindStrategy(trial.strategy, {
    id: trial.strategy.name,
    symbols,
    interval: first.interval,
    set: trial.set ?? {},
  });
  const plan = planSession([bound], trial.series);
  const instruments = symbols.map(builtIn);
  const deposits = [{ asset: 'USDT', amount: toAmount(trial.cash ?? 10_000, { code: 'USDT', decimals: 8 }) }];
  const fee = trial.fee ?? '0.001';
  return {
    trading: {
      allocations: plan.strategies.map((strategy) => ({ strategy, share: 1 })),
      instruments,
      limits: trial.limits ?? OPEN_LIMITS,
      deposits,
      orderIdPrefix: 'os',
    },
    feeds: plan.feeds,
    series: trial.series,
    venue: createBarSimulator({
      instruments,
      deposits,
      fees: { maker: fee, taker: fee, asset: 'received' },
      slippage: trial.slippage ?? '0.0001',
      participation: trial.participation ?? 0.1,
    }),
    ...(trial.fromMs === undefined ? {} : { fromMs: trial.fromMs }),
    ...(trial.toMs === undefined ? {} : { toMs: trial.toMs }),
  };
}

/** Runs a trial, over that memory if any, and keeps what went in and out of the step. */
export function tryOut(trial: Trial, memory?: RunMemory): TriedRun {
  const setup = setUp(trial);
  const commands: Command[] = [];
  const events: TradingEvent[] = [];
  const log: (TradingEvent | Command)[] = [];
  const observer: BacktestObserver = {
    onCommand: (command) => {
      commands.push(command);
      log.push(command);
    },
    onEvent: (event) => {
      events.push(event);
      log.push(event);
    },
  };
  const run = runBacktest(setup, observer, memory);
  return { ...run, commands, events, log, venue: setup.venue };
}

/** Commands as the lines of a command file. */
export function commandLines(commands: readonly Command[]): readonly string[] {
  return commands.map((command) => canonicalJson(command));
}

function builtIn(symbol: string): SpotInstrument {
  const instrument = BUILT_IN_INSTRUMENTS.get(symbol);
  if (instrument === undefined) throw new RangeError(`no built-in rules for ${symbol}`);
  return instrument;
}
