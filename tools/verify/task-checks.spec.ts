import { taskChecks } from './task-checks.ts';

const planned = ['domain', 'risk'].map((project) => ({
  name: `${project}:lint`,
  target: 'lint',
  folder: `libs/${project}`,
}));

describe('the checks of a target', () => {
  it('are one per planned task, failed where something was found', () => {
    const findings = new Map([
      ['libs/risk', '1:1 error'],
      ['libs/domain', ''],
    ]);
    expect(taskChecks(planned, findings)).toEqual([
      { name: 'domain:lint', outcome: 'passed', output: '' },
      { name: 'risk:lint', outcome: 'failed', output: '1:1 error' },
    ]);
  });

  it('count a project that was not looked at as failed', () => {
    expect(taskChecks(planned, new Map([['libs/domain', '']]))).toEqual([
      { name: 'domain:lint', outcome: 'passed', output: '' },
      { name: 'risk:lint', outcome: 'failed', output: 'not run' },
    ]);
  });
});
