import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { barFile, barLines } from '../test/bar-files.ts';
import type { Captured } from '../test/run-captured.ts';
import { runFull, runProcess, runUnread } from '../test/run-process.ts';
import { ScratchFolder } from '../test/scratch-folder.ts';
import { readResult, readStatistics } from '../test/written-result.ts';

const folder = new ScratchFolder();
afterAll(() => folder.remove());

const BTC = 'BTCUSDT-1h-2024.csv';

beforeEach(() => {
  folder.clear();
  folder.write(BTC, barFile(barLines({ bars: 240 })));
});

function run(...args: readonly string[]): Captured {
  return runProcess(['run', ...args], folder.path);
}

/** What a run that must be refused says: one line, and nothing written. */
function refusalOf(...args: readonly string[]): string {
  const before = folder.list();
  const { code, out, err } = run('--out', 'report', ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^error: [^\n]+\n$/);
  expect(folder.list()).toEqual(before);
  return err;
}

describe('the process', () => {
  it('reads and writes in the folder from which it was called, and gives the same bytes again', () => {
    const { code, out, err } = run('--data', BTC, '--out', 'report', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const names = ['commands.jsonl', 'report.html', 'result.json', 'trades.csv'];
    const contents = () => names.map((name) => folder.read(`report/${name}`));
    const first = contents();
    expect(readResult(folder.read('report/result.json')).statistics).toEqual(readStatistics(out));
    expect(run('--data', BTC, '--out', 'report', '--json').out).toBe(out);
    expect(contents()).toEqual(first);
  });

  it('ends with code 2 and one line for bad input, without a stack and without a report', () => {
    expect(refusalOf('--data', 'BTCUSDT-1h-gone.csv')).toContain(
      'BTCUSDT-1h-gone.csv: there is no such file',
    );
    folder.write('BTCUSDT-1h-bad.csv', barFile([...barLines({ bars: 50 }), 'and so on']));
    expect(refusalOf('--data', 'BTCUSDT-1h-bad.csv')).toContain('BTCUSDT-1h-bad.csv:52:1: ');
    expect(refusalOf('--data', BTC, '--out', join(BTC, 'below'))).toContain('nothing can be written here');
  });

  it('finishes its work when nobody reads along any more, neither its statistics nor its warnings', async () => {
    folder.write('BTCUSDT-1h-gap.csv', barFile(barLines({ bars: 240 }).filter((_, row) => row !== 9)));
    const args = ['run', '--data', 'BTCUSDT-1h-gap.csv', '--json', '--out', 'report'];
    expect(await runUnread(args, folder.path)).toBe(0);
    expect(folder.list()).toContain('report');
  });

  const onLinux = existsSync('/dev/full') ? it : it.skip;
  onLinux('says in one line that its output cannot be written', () => {
    const { code, err } = runFull(['run', '--data', BTC, '--json'], folder.path);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: the output cannot be written; found ENOSPC: [^\n]+\n$/);
  });

  it('shows the stack under --debug', () => {
    const { code, err } = run('--data', 'BTCUSDT-1h-gone.csv', '--debug');
    expect(code).toBe(2);
    expect(err).toMatch(/there is no such file.*^\s+at .*caused by: .*ENOENT/ms);
  });
});

const MINE = `import type { Interval } from '@org/domain';
import { buy, defineStrategy, hold, sell } from '@org/strategies';
import { z } from 'zod';
import { hours } from './clock/hours.ts';

const interval: Interval = '1h';
export default defineStrategy({
  name: 'by-the-hour',
  parameters: z.object({ every: z.int().min(2).default(12).describe('bars of ' + interval + ' to hold') }),
  decide(state, view) {
    const hour = hours(view.time);
    if (hour % view.parameters.every !== 0) return hold(state);
    const reason = 'hour ' + hour;
    return { state, intents: [view.isFlat() ? buy({ reason }) : sell({ reason })] };
  },
});
`;

describe("a user's strategy file", () => {
  it('runs from anywhere on the disk, with its own files beside it', () => {
    folder.write('elsewhere/mine.ts', MINE);
    folder.write(
      'elsewhere/clock/hours.ts',
      'export const hours = (ms: number): number => ms / 3_600_000;\n',
    );
    const path = resolve(folder.path, 'elsewhere/mine.ts');
    const { code, err } = run('--data', BTC, '--strategy', path, '--set', 'every=6', '--out', 'report');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { strategy, fills } = readResult(folder.read('report/result.json'));
    expect(strategy).toMatchObject([{ id: 'by-the-hour', parameters: { every: 6 } }]);
    expect(strategy[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(fills.length).toBeGreaterThan(10);
    const described = run('--strategy', path, '--describe');
    expect(described.out).toMatch(/every +12 +whole number from 2 +bars of 1h to hold/);
  });

  it.each([
    ['a syntax error', 'const a = 1;\nconst b = ;\n', /mine\.ts:2:\d+: syntax error/],
    ['an enum', 'const a = 1;\nenum Side { Buy }\n', /mine\.ts:2:\d+: .*enum.*const Side = \{ Buy: 'buy'/],
    ['a namespace', 'namespace Sides { export const buy = 1; }\n', /mine\.ts:1:\d+: .*namespace.*top level/],
    [
      'the wrong export',
      `${MINE.replace('export default', 'export const mine =')}`,
      /mine\.ts.*export default/,
    ],
  ])('is refused for %s, with its place and what to write instead', (_what, source, message) => {
    folder.write('mine.ts', source);
    folder.write('clock/hours.ts', 'export const hours = (ms: number): number => ms / 3_600_000;\n');
    expect(refusalOf('--strategy', './mine.ts')).toMatch(message);
    expect(existsSync(join(folder.path, 'report'))).toBe(false);
  });

  it('that lets a promise go which fails is told by its line, with code 2 and without a stack', () => {
    folder.write('mine.ts', MINE.replace('const hour =', "void import('./gone.ts');\n    const hour ="));
    folder.write('clock/hours.ts', 'export const hours = (ms: number): number => ms / 3_600_000;\n');
    const { code, err } = run('--data', BTC, '--strategy', './mine.ts', '--json');
    expect({ code, err }).toEqual({
      code: 2,
      err:
        "error: mine.ts:11:17: this import leads nowhere; found './gone.ts'; " +
        'allowed: @org/*, zod, relative paths, node:*, and packages installed beside the file\n',
    });
  });

  it('that sets a timer does not hold up the end', () => {
    folder.write('mine.ts', `setInterval(() => undefined, 1e6);\n${MINE}`);
    folder.write('clock/hours.ts', 'export const hours = (ms: number): number => ms / 3_600_000;\n');
    const { code, err } = run('--data', BTC, '--strategy', './mine.ts', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
