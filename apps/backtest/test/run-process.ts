import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Captured } from './run-captured.ts';

const WORKSPACE = resolve(__dirname, '../../..');

const PROGRAM = [
  '--require',
  './tools/node-version/check.cjs',
  '--conditions=@org/source',
  'apps/backtest/src/main.ts',
];

const surroundings = (cwd: string) => ({
  cwd: WORKSPACE,
  env: { PATH: process.env['PATH'], INIT_CWD: cwd },
});

/** Runs the program as its own process, as `nx run backtest:run` does: in the workspace, for someone in another folder. */
export function runProcess(args: readonly string[], cwd: string): Captured {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    ...surroundings(cwd),
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Runs the program with its output on a disk that is full. */
export function runFull(args: readonly string[], cwd: string): Pick<Captured, 'code' | 'err'> {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    ...surroundings(cwd),
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  return { code: status ?? -1, err: stderr };
}

/** Runs the program for a reader who leaves at once, as `head` does, and gives its exit code. */
export function runUnread(args: readonly string[], cwd: string): Promise<number | null> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], surroundings(cwd));
  child.stdout.destroy();
  child.stderr.destroy();
  return new Promise((done) => child.on('exit', done));
}
