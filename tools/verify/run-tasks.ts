import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { runBuilds } from './build/run-builds.ts';
import type { Check } from './check.ts';
import { runLint } from './lint/run-lint.ts';
import { plannedTasks } from './plan.ts';
import { runPackCheck } from './run-pack-check.ts';
import { taskChecks } from './task-checks.ts';
import { runTypes } from './types/run-types.ts';

/**
 * What Nx plans for every project, each kind in one process for all instead of one for each: the lint beside types,
 * build and pack check, which need one another. Nothing comes from Nx's cache.
 */
export async function runTasks(root: string): Promise<readonly Check[]> {
  const nx = (...args: readonly string[]) =>
    runCommand(join(root, 'node_modules/.bin/nx'), args, {
      cwd: root,
      env: { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false', FORCE_COLOR: '0' },
    });
  const sync = await nx('sync:check');
  const plan = await nx('run-many', '--targets=lint,typecheck,build', '--graph=stdout');
  if (plan.exitCode !== 0)
    throw new Error(`Nx made no plan: it ended with ${plan.exitCode}.\n${plan.output}`);
  const tasks = plannedTasks(plan.output);
  const checksOf = async (target: string, run: typeof runLint) => {
    const planned = tasks.filter((task) => task.target === target);
    const folders = planned.map(({ folder }) => folder);
    return taskChecks(planned, await run(root, folders));
  };
  const [lint, others] = await Promise.all([
    checksOf('lint', runLint),
    (async () => [
      ...(await checksOf('typecheck', runTypes)),
      ...(await checksOf('build', runBuilds)),
      ...(await runPackCheck(root)),
    ])(),
  ]);
  return [
    ...(sync.exitCode === 0
      ? []
      : [{ name: 'nx sync:check', outcome: 'failed', output: sync.output } as const]),
    ...lint,
    ...others,
  ];
}
