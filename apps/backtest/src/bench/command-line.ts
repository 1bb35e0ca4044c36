import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CandleSeries } from '@org/domain';
import { z } from 'zod';
import { hashOf } from './session-scenario.ts';

const MAIN = resolve(import.meta.dirname, '../main.ts');

/** Runs the real command line as a process of its own and gives what it printed. */
export function runProcess(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@org/source', MAIN, ...args],
    {
      cwd,
      encoding: 'utf8',
      // Compiled code kept from an earlier start would make a cold start look warmer than a first one is.
      env: { ...process.env, INIT_CWD: cwd, NODE_DISABLE_COMPILE_CACHE: '1' },
    },
  );
  if (status !== 0) throw new Error(`backtest ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** What the command line does with bars and settings that the benchmark ran itself, as one hash. */
export function hashOfCommandLine(series: CandleSeries, args: readonly string[], config: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'onestep-bench-'));
  try {
    writeFileSync(join(folder, 'bars.csv'), csvOf(series));
    writeFileSync(join(folder, 'onestep.json'), JSON.stringify(config));
    const data = ['--data', 'bars.csv', '--symbol', series.symbol, '--interval', series.interval];
    runProcess(['run', ...data, ...args, '--out', 'out', '--json'], folder);
    const { equity } = resultSchema.parse(JSON.parse(readFileSync(join(folder, 'out/result.json'), 'utf8')));
    return hashOf([readFileSync(join(folder, 'out/commands.jsonl'), 'utf8')], equity.value);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const resultSchema = z.object({ equity: z.object({ value: z.array(z.number()) }) });

function csvOf({ openTime, open, high, low, close, volume }: CandleSeries): string {
  const lines = ['open_time,open,high,low,close,volume'];
  openTime.forEach((time, bar) =>
    lines.push([time, open[bar], high[bar], low[bar], close[bar], volume[bar]].join(',')),
  );
  return `${lines.join('\n')}\n`;
}
