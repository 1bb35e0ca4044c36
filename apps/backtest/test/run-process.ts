import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Captured } from './run-captured.ts';

const WORKSPACE = resolve(__dirname, '../../..');

/** Runs the program as its own process, as `nx run backtest:run` does: in the workspace, for someone in another folder. */
export function runProcess(args: readonly string[], cwd: string): Captured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--require',
      './tools/node-version/check.cjs',
      '--conditions=@org/source',
      'apps/backtest/src/main.ts',
      ...args,
    ],
    { cwd: WORKSPACE, env: { PATH: process.env['PATH'], INIT_CWD: cwd }, encoding: 'utf8' },
  );
  return { code: status ?? -1, out: stdout, err: stderr };
}
