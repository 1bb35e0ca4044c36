import { createHash } from 'node:crypto';
import type { BacktestRun } from '@org/backtest-engine';
import { measureEquity, RunMemory, runBacktest } from '@org/backtest-engine';
import type { CandleSeries, Command, RiskLimits, SpotInstrument } from '@org/domain';
import { canonicalJson } from '@org/domain';
import type { Candidate } from '@org/session';
import { composeSession } from '@org/session';
import { createBarSimulator } from '@org/simulator';

/** A session as the command line would run it, again and again. */
export interface BenchSession {
  readonly candidates: readonly Candidate[];
  readonly markets: readonly { readonly series: CandleSeries; readonly instrument: SpotInstrument }[];
  readonly limits: RiskLimits;
}

export const BENCH_ACCOUNT = { cash: 10_000, fee: 0.001, slippage: 0.0001, participation: 0.1 } as const;

/** Runs it once through the very parts that the command line uses. */
export function runSession(
  { candidates, markets, limits }: BenchSession,
  onCommand?: (command: Command) => void,
  memory = new RunMemory(),
): BacktestRun {
  const { cash, fee, slippage, participation } = BENCH_ACCOUNT;
  const { trading, feeds } = composeSession({
    candidates,
    markets: markets.map(({ series, instrument }) => ({ instrument, interval: series.interval })),
    limits,
    cash,
  });
  const venue = createBarSimulator({
    instruments: trading.instruments,
    deposits: trading.deposits,
    fees: { maker: fee, taker: fee, asset: 'received' },
    slippage,
    participation,
  });
  return runBacktest(
    { trading, feeds, series: markets.map(({ series }) => series), venue },
    onCommand === undefined ? {} : { onCommand },
    memory,
  );
}

/**
 * What measures a run, the drawdown of its equity included, in bars per second. The runs share their memory, as those of a
 * search do: of each no more is kept than what was measured.
 */
export function measureRuns(session: BenchSession): () => number {
  const memory = new RunMemory();
  return () => {
    const start = performance.now();
    const { bars, equity } = runSession(session, undefined, memory);
    measureEquity(BENCH_ACCOUNT.cash, equity.time.at(0) ?? 0, equity);
    return (bars / (performance.now() - start)) * 1_000;
  };
}

/** One hash of all commands and of the equity at every close: equal for runs that did the same. */
export function hashOf(commandLines: Iterable<string>, equity: ArrayLike<number>): string {
  const hash = createHash('sha256');
  for (const line of commandLines) hash.update(line);
  return hash.update(Float64Array.from(equity)).digest('hex');
}

/** Runs a session and hashes what it did. */
export function runAndHash(session: BenchSession): { readonly run: BacktestRun; readonly hash: string } {
  const lines: string[] = [];
  const run = runSession(session, (command) => lines.push(`${canonicalJson(command)}\n`));
  return { run, hash: hashOf(lines, run.equity.value) };
}
