import type { Check } from './check.ts';
import type { PlannedTask } from './plan.ts';

/** What was said against each project, by its folder: empty where all is well. A project that is absent was not looked at. */
export type Findings = ReadonlyMap<string, string>;

/** One check per planned task. A task whose project was not looked at is a failure too. */
export function taskChecks(planned: readonly PlannedTask[], findings: Findings): readonly Check[] {
  return planned.map(({ name, folder }) => {
    const output = findings.get(folder) ?? 'not run';
    return { name, outcome: output === '' ? 'passed' : 'failed', output };
  });
}
