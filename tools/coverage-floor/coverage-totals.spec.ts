import { coverageTotals } from './coverage-totals.ts';

const file = (lines: readonly [number, number], branches: readonly [number, number]) => ({
  lines: { covered: lines[0], total: lines[1] },
  branches: { covered: branches[0], total: branches[1] },
});

describe('coverage totals', () => {
  it('add up the files of each library, and of all', () => {
    const text = JSON.stringify({
      total: file([0, 1000], [0, 1000]),
      '/repo/libs/risk/src/a.ts': file([9, 10], [1, 2]),
      '/repo/libs/domain/src/a.ts': file([10, 20], [1, 1]),
      '/repo/libs/domain/src/b.ts': file([20, 20], [1, 1]),
      '/repo/apps/bot/src/main.ts': file([0, 100], [0, 100]),
    });
    expect(coverageTotals(text, '/repo', () => true)).toEqual([
      { name: 'domain', lines: 75, branches: 100 },
      { name: 'risk', lines: 90, branches: 50 },
      { name: 'all libraries', lines: 78, branches: 75 },
    ]);
  });

  it('are 100% where there is nothing to run', () => {
    const text = JSON.stringify({ '/repo/libs/domain/src/types.ts': file([0, 0], [0, 0]) });
    expect(coverageTotals(text, '/repo', () => true).at(-1)).toEqual({
      name: 'all libraries',
      lines: 100,
      branches: 100,
    });
  });

  it('leave out the files that do not count', () => {
    const text = JSON.stringify({
      '/repo/libs/domain/src/a.ts': file([20, 20], [1, 1]),
      '/repo/libs/domain/src/types.ts': file([0, 20], [0, 1]),
    });
    expect(coverageTotals(text, '/repo', (path) => !path.endsWith('/types.ts'))).toEqual([
      { name: 'domain', lines: 100, branches: 100 },
      { name: 'all libraries', lines: 100, branches: 100 },
    ]);
  });
});
