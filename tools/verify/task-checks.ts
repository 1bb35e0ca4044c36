import { z } from 'zod';
import type { Check } from './check.ts';

const plan = z.object({ tasks: z.object({ tasks: z.record(z.string(), z.unknown()) }) });

const record = z.object({
  tasks: z.array(z.object({ taskId: z.string(), hash: z.string(), status: z.number() })),
});

/**
 * One check per task that Nx planned (`nx run-many --graph=stdout`), from what it recorded of the run
 * (`run.json` in its cache folder). A task without a record was not run, because one that it needs failed:
 * that is a failure too. `outputOf` gives what a task printed, by its hash.
 */
export function taskChecks(
  planned: string,
  recorded: string,
  outputOf: (hash: string) => string,
): readonly Check[] {
  const done = new Map(record.parse(JSON.parse(recorded)).tasks.map((task) => [task.taskId, task]));
  const names = Object.keys(plan.parse(JSON.parse(planned)).tasks.tasks).sort();
  return names.map((name) => {
    const task = done.get(name);
    if (task === undefined)
      return { name, outcome: 'failed', output: 'not run: a task that it needs failed' };
    if (task.status === 0) return { name, outcome: 'passed', output: '' };
    return { name, outcome: 'failed', output: outputOf(task.hash) };
  });
}
