import { resolve } from 'node:path';
import type { BacktestResult, BacktestRun } from '@org/backtest-engine';
import { runBacktest, writeBacktest } from '@org/backtest-engine';
import type { Session } from '@org/session';
import { checkStates, holdOutFolder } from '@org/session';
import { createBarSimulator } from '@org/simulator';
import type { Surroundings } from '../surroundings.ts';
import { makeResult } from './make-result.ts';
import { noticesOf } from '../show/notices.ts';
import type { Market } from './open-market.ts';
import type { PreparedRun } from './prepare-run.ts';
import { prepareRun } from './prepare-run.ts';
import { showProgress } from './progress.ts';
import type { RunFlags } from './run-flags.ts';
import { RunLog } from './run-log.ts';
import type { RunOptions } from './run-options.ts';

/** The folder of a run that names none. */
const LATEST = 'reports/latest';

/** `backtest run`: reads, runs, writes, and shows what came out. */
export async function runCommand(flags: RunFlags, command: string, around: Surroundings): Promise<void> {
  const prepared = await prepareRun(flags, around);
  const out = flags.out ?? (flags.json === true ? null : LATEST);
  // Before the run: that its report has no place should not be found out at the end of it.
  const release = out === null ? () => undefined : holdOutFolder(resolve(around.cwd, out), 'backtest');
  try {
    const { result, run } = await runInto(out, prepared, command, around);
    const notices = [...prepared.warnings, ...noticesOf(result, run)];
    await show(result, notices, { ...prepared, isJson: flags.json === true, out }, around);
  } finally {
    release();
  }
}

async function runInto(out: string | null, prepared: PreparedRun, command: string, around: Surroundings) {
  const { session, markets, options } = prepared;
  const log = new RunLog({ keepsLines: out !== null });
  const run = await runWithProgress(session, markets, options, log, around);
  const { alerts, refusals } = log;
  const result = makeResult({ ...prepared, command, run, alerts, refusals });
  if (out !== null) {
    const traded = markets.filter(({ isForPrices }) => !isForPrices).map((market) => market.traded);
    writeBacktest(resolve(around.cwd, out), result, traded, log.lines);
  }
  return { result, run };
}

interface Showing {
  readonly options: RunOptions;
  readonly isJson: boolean;
  readonly out: string | null;
}

async function show(
  result: BacktestResult,
  notices: readonly string[],
  { options, isJson, out }: Showing,
  around: Surroundings,
): Promise<void> {
  if (isJson) {
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
  checkStates(trading, run.end);
  return run;
}
