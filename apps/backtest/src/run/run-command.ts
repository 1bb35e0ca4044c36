import { resolve } from 'node:path';
import type { BacktestRun } from '@org/backtest-engine';
import { runBacktest, writeBacktest } from '@org/backtest-engine';
import type { Session } from '@org/session';
import { composeSession, loadCandidates } from '@org/session';
import { createBarSimulator } from '@org/simulator';
import { loadStrategy } from '@org/strategy-loader';
import type { Surroundings } from '../surroundings.ts';
import { depositsOf } from './deposits.ts';
import { makeResult } from './make-result.ts';
import { noticesOf } from '../show/notices.ts';
import type { Market } from './open-market.ts';
import { openMarkets } from './open-market.ts';
import { showProgress } from './progress.ts';
import { readConfiguration } from './read-configuration.ts';
import type { RunFlags } from './run-flags.ts';
import { RunLog } from './run-log.ts';
import type { RunOptions } from './run-options.ts';
import { readRunOptions } from './run-options.ts';

/** The folder of a run that names none. */
const LATEST = 'reports/latest';

/** `backtest run`: reads, runs, writes, and shows what came out. */
export async function runCommand(flags: RunFlags, command: string, around: Surroundings): Promise<void> {
  const options = readRunOptions(flags);
  const { strategies, risk: limits } = readConfiguration(flags, around);
  const { candidates, hashes } = await loadCandidates(strategies, options.set, (name) =>
    loadStrategy(name, { cwd: around.cwd }),
  );
  const markets = await openMarkets(options, around.cwd);
  const session = composeSession({
    candidates,
    markets: markets.map(({ series, instrument, isForPrices }) => ({
      instrument,
      interval: series.interval,
      isForPrices,
    })),
    ...(options.interval === null ? {} : { interval: options.interval }),
    limits,
    cash: options.cash,
    deposits: depositsOf(options, markets),
  });
  const out = flags.out ?? (flags.json === true ? null : LATEST);
  const log = new RunLog({ keepsLines: out !== null });
  const run = await runWithProgress(session, markets, options, log, around);
  const { alerts, refusals } = log;
  const made = { command, options, limits, markets, session, hashes };
  const result = makeResult({ ...made, run, alerts, refusals });
  if (out !== null) {
    const traded = markets.filter(({ isForPrices }) => !isForPrices).map((market) => market.traded);
    writeBacktest(resolve(around.cwd, out), result, traded, log.lines);
  }
  const notices = noticesOf(result, run);
  if (flags.json === true) {
    around.out(`${JSON.stringify(result.statistics, null, 2)}\n`);
    for (const notice of notices) around.err(`warning: ${notice}\n`);
  } else {
    const { showResult } = await import('../show/show-result.ts');
    around.out(showResult(result, { notices, interval: options.interval, out, paint: around.paint }));
  }
}

async function runWithProgress(
  { trading, feeds }: Session,
  markets: readonly Market[],
  { fee, feeAsset, slippage, participation, fromMs, toMs }: RunOptions,
  log: RunLog,
  { terminal }: Surroundings,
): Promise<BacktestRun> {
  const { instruments, deposits } = trading;
  const fees = { maker: fee, taker: fee, asset: feeAsset };
  const venue = createBarSimulator({ instruments, deposits, fees, slippage, participation });
  const progress = await showProgress(terminal);
  const run = runBacktest(
    {
      trading,
      feeds,
      series: markets.map(({ series }) => series),
      venue,
      ...(fromMs === null ? {} : { fromMs }),
      ...(toMs === null ? {} : { toMs }),
    },
    { onProgress: progress.show, onCommand: (command) => log.add(command) },
  );
  progress.end();
  return run;
}
