import { join } from 'node:path';
import type { Check } from './check.ts';
import { closingLines } from './closing-lines.ts';
import { runStep } from './run-step.ts';
import type { Step } from './run-step.ts';
import { runTasks } from './run-tasks.ts';
import { runTests } from './tests/run-tests.ts';

const root = join(import.meta.dirname, '../..');

const steps: readonly Step[] = [
  { title: 'lint, typecheck, build and pack check of every project', run: () => runTasks(root) },
  { title: 'every test, formatting and lockfile among them', run: () => runTests(root) },
];

const checks: Check[] = [];
for (const step of steps) {
  process.stdout.write(`\n== ${step.title}\n`);
  const started = performance.now();
  const done = await runStep(step);
  const failed = done.filter(({ outcome }) => outcome === 'failed').length;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`== ${done.length} checks, ${failed} failed, in ${seconds} s\n`);
  checks.push(...done);
}

process.stdout.write(`\n${closingLines(checks).join('\n')}\n`);
if (checks.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
