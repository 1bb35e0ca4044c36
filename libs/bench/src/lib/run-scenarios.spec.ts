import type { Figure } from './figure.ts';
import { runScenarios } from './run-scenarios.ts';

const figure = (name: string, value: number): Figure => ({
  ...{ name, value, unit: 'times', note: '' },
  bar: { kind: 'atLeast', value: 10, isScaled: false },
});
const seen: boolean[] = [];
const scenarios = {
  fast: (isSmall: boolean) => {
    seen.push(isSmall);
    return [figure('fast', 11)];
  },
  slow: () => Promise.resolve([figure('slow', 9)]),
};

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const code = await runScenarios({ scenarios, args, about: 'seed 7', out: (line) => lines.push(line) });
  return { code, lines };
}

describe('the scenarios of a benchmark', () => {
  it('tell the machine, and then each figure', async () => {
    const { code, lines } = await run();
    expect(lines).toEqual([
      expect.stringMatching(/ cores; Node \S+; seed 7; yardstick \d+\.\d\d ms$/),
      'fast: at least 10 times, 11 times, met',
      'slow: at least 10 times, 9 times, missed',
    ]);
    expect(code).toBe(0);
  });

  it('make a miss exit code 1 under --check alone', async () => {
    expect((await run('--check')).code).toBe(1);
    expect((await run('--check', 'fast')).code).toBe(0);
  });

  it('run small, for their answers', async () => {
    seen.length = 0;
    await run('fast');
    await run('fast', '--small');
    expect(seen).toEqual([false, true]);
  });

  it('refuse a name that none of them has', async () => {
    expect(await run('orders')).toEqual({
      code: 2,
      lines: ['no such part; found orders; allowed: fast, slow'],
    });
  });
});
