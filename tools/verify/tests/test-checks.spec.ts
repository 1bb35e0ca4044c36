import { testChecks } from './test-checks.ts';

const file = (status: string, message: string, tests: Record<string, string>) => ({
  name: '/repo/a.spec.ts',
  status,
  message,
  assertionResults: Object.entries(tests).map(([fullName, outcome]) => ({ fullName, status: outcome })),
});
const ended = (exitCode: number) => ({ exitCode, output: 'what jest printed' });
const checksOf = (...testResults: object[]) => testChecks(ended(0), JSON.stringify({ testResults }));

describe('the checks of a jest run', () => {
  it('are one per test', () => {
    expect(checksOf(file('passed', '', { adds: 'passed', waits: 'pending', later: 'todo' }))).toEqual([
      { name: 'adds', outcome: 'passed', output: '' },
      { name: 'waits', outcome: 'skipped', output: '' },
      { name: 'later', outcome: 'skipped', output: '' },
    ]);
  });

  it('tell what jest says about a file once, at its first failing test', () => {
    expect(checksOf(file('failed', 'expected 1', { adds: 'failed', subtracts: 'failed' }))).toEqual([
      { name: 'adds', outcome: 'failed', output: 'expected 1' },
      { name: 'subtracts', outcome: 'failed', output: '' },
    ]);
  });

  it('count a file that could not be run as one failure', () => {
    expect(checksOf(file('failed', 'Cannot find module', {}))).toEqual([
      { name: '/repo/a.spec.ts', outcome: 'failed', output: 'Cannot find module' },
    ]);
  });

  it.each([
    ['found no test', []],
    ['broke down when all had passed', [file('passed', '', { adds: 'passed' })]],
  ])('are one failure more where jest %s', (_, testResults) => {
    expect(testChecks(ended(1), JSON.stringify({ testResults })).at(-1)).toEqual({
      name: 'jest',
      outcome: 'failed',
      output: 'what jest printed',
    });
  });

  it('count no failure twice: jest ends badly wherever a test failed', () => {
    const testResults = [file('failed', 'expected 1', { adds: 'failed' })];
    expect(testChecks(ended(1), JSON.stringify({ testResults }))).toHaveLength(1);
  });

  it('refuse what is no report of jest', () => {
    expect(() => testChecks(ended(0), '{}')).toThrow('testResults');
  });
});
