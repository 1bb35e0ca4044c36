import type { Check } from './check.ts';
import { runStep } from './run-step.ts';

const title = 'every test';

describe('a step of the run', () => {
  it('gives its checks', async () => {
    const checks: readonly Check[] = [{ name: 'adds', outcome: 'passed', output: '' }];
    expect(await runStep({ title, run: () => Promise.resolve(checks) })).toBe(checks);
  });

  it('is one failed check where it breaks off', async () => {
    const run = () => Promise.reject(new Error('no plan'));
    expect(await runStep({ title, run })).toEqual([
      { name: 'every test', outcome: 'failed', output: expect.stringContaining('Error: no plan') },
    ]);
  });
});
