import { closingLines } from './closing-lines.ts';

describe('the closing lines', () => {
  it('are one line where everything passed', () => {
    const checks = [
      { name: 'domain:lint', outcome: 'passed', output: 'unread' },
      { name: 'a test', outcome: 'passed', output: '' },
    ] as const;
    expect(closingLines(checks)).toEqual(['2 passed, 0 failed']);
  });

  it('show failures in full, then name the skips, then count', () => {
    const checks = [
      { name: 'reads the recorded month', outcome: 'skipped', output: '' },
      { name: 'domain:lint', outcome: 'failed', output: '1:1 error' },
      { name: 'adds', outcome: 'failed', output: '' },
      { name: 'domain:build', outcome: 'passed', output: '' },
    ] as const;
    expect(closingLines(checks)).toEqual([
      'failed: domain:lint',
      '1:1 error',
      '',
      'failed: adds',
      'skipped: reads the recorded month',
      '1 passed, 2 failed',
    ]);
  });
});
