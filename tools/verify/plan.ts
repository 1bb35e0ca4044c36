import { z } from 'zod';

/** What a project must be put through: `domain:lint`. */
export interface PlannedTask {
  readonly name: string;
  readonly target: string;
  /** Folder of the project, from the root of the repository: `libs/domain`. */
  readonly folder: string;
}

const plan = z.object({
  tasks: z.object({
    tasks: z.record(
      z.string(),
      z.object({ id: z.string(), target: z.object({ target: z.string() }), projectRoot: z.string() }),
    ),
  }),
});

/** The tasks that Nx plans (`nx run-many --targets=… --graph=stdout`), by name; it may say a word before and after. */
export function plannedTasks(printed: string): readonly PlannedTask[] {
  const text = printed.slice(printed.indexOf('{'), printed.lastIndexOf('}') + 1);
  return Object.values(plan.parse(JSON.parse(text)).tasks.tasks)
    .map(({ id, target, projectRoot }) => ({ name: id, target: target.target, folder: projectRoot }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
