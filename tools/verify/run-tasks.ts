import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import type { Check } from './check.ts';
import { taskChecks } from './task-checks.ts';

/** Lints, type-checks and builds every project through Nx, two tasks at a time. */
export async function runTasks(root: string, fresh: boolean): Promise<readonly Check[]> {
  const nx = join(root, 'node_modules/.bin/nx');
  const runMany = ['run-many', '--targets=lint,typecheck,build', '--parallel=2', '--output-style=static'];
  const env = { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false', FORCE_COLOR: '0' };
  const cache = join(root, '.nx/cache');
  const record = join(cache, 'run.json');

  rmSync(record, { force: true });
  const planned = await runCommand(nx, [...runMany, '--graph=stdout'], { cwd: root, env });
  const run = await runCommand(nx, [...runMany, ...(fresh ? ['--skip-nx-cache'] : [])], {
    cwd: root,
    env,
    shown: true,
  });
  if (!existsSync(record)) return [{ name: 'nx', outcome: 'failed', output: run.output }];

  const outputOf = (hash: string) => {
    const path = join(cache, 'terminalOutputs', hash);
    return existsSync(path) ? readFileSync(path, 'utf8') : run.output;
  };
  return taskChecks(jsonIn(planned.output), readFileSync(record, 'utf8'), outputOf);
}

/** Nx may say a word before and after. */
function jsonIn(output: string): string {
  return output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
}
