import { taskChecks } from './task-checks.ts';

const planned = (...ids: string[]) =>
  JSON.stringify({ tasks: { tasks: Object.fromEntries(ids.map((id) => [id, { id }])) } });
const recorded = (statuses: Record<string, number>) =>
  JSON.stringify({
    tasks: Object.entries(statuses).map(([taskId, status]) => ({ taskId, hash: `#${taskId}`, status })),
  });
const outputOf = (hash: string) => `printed by ${hash}`;

describe('the checks of an Nx run', () => {
  it('are one per planned task, by name', () => {
    const checks = taskChecks(
      planned('risk:lint', 'domain:lint'),
      recorded({ 'domain:lint': 0, 'risk:lint': 1 }),
      outputOf,
    );
    expect(checks).toEqual([
      { name: 'domain:lint', outcome: 'passed', output: '' },
      { name: 'risk:lint', outcome: 'failed', output: 'printed by #risk:lint' },
    ]);
  });

  it('count a task that was planned and not run as failed', () => {
    expect(taskChecks(planned('bot:typecheck'), recorded({}), outputOf)).toEqual([
      { name: 'bot:typecheck', outcome: 'failed', output: 'not run: a task that it needs failed' },
    ]);
  });
});
