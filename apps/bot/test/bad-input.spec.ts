import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastValueFrom, NEVER } from 'rxjs';
import { bot$ } from '../src/bot.ts';
import { systemClock } from '../src/clock/system-clock.ts';
import { emptyFolder, endAll, startApp } from './apps.ts';

jest.setTimeout(60_000);

let place: string;

beforeAll(() => {
  place = emptyFolder();
  writeFileSync(join(place, 'wrong.yaml'), 'risk:\n  stopLos: 0.01\n');
  writeFileSync(join(place, 'empty.csv'), '');
  writeFileSync(join(place, 'no-strategy.ts'), 'export const nothing = 1;\n');
});

afterEach(endAll);
afterAll(() => rmSync(place, { recursive: true }));

describe('what the bot cannot work with ends with code 2 and says what to do', () => {
  it.each([
    ['an unknown flag', ['--nonsense'], "unknown option '--nonsense'"],
    ['the testnet', ['--venue', 'testnet'], 'allowed: local'],
    ['real money', ['--venue', 'live', '--confirm-live'], 'allowed: local'],
    ['an unknown venue', ['--venue', 'moon'], 'local, testnet, live'],
    ['live data', ['--market', 'live-data'], 'synthetic'],
    ['a seed that is none', ['--seed', '1.5'], '--seed'],
    ['a speed that is none', ['--speed', '0'], 'a number above 0, or max'],
    ['a fee that is none', ['--fee', 'cheap'], '--fee'],
    ['a time that is none', ['--from', 'yesterday'], '--from'],
    ['a folder without a name', ['--out', ''], '--out'],
    ['an unknown strategy', ['--strategy', 'sma-crosss'], 'sma-cross'],
    ['a missing strategy file', ['--strategy', './nowhere.ts'], 'nowhere.ts'],
    ['an unknown parameter', ['--set', 'fats=3'], 'fast'],
    ['a parameter given twice', ['--set', 'fast=3', '--set', 'fast=5'], 'found fast=3 and fast=5'],
    [
      'parameters that contradict each other',
      ['--set', 'fast=50', '--set', 'slow=20'],
      'fast must be below slow',
    ],
    ['a market without rules', ['--symbols', 'XYZUSDT'], '--instruments'],
    ['a missing file', ['--market', 'nowhere-1m.csv'], 'nowhere-1m.csv'],
    ['a missing configuration', ['--config', 'nowhere.yaml'], 'nowhere.yaml'],
    ['rules for the synthetic market', ['--instruments', 'rules.json'], '--market FILE'],
  ])('%s', async (_what, args, said) => {
    const around = { cwd: place, env: {}, clock: systemClock, stop$: NEVER, columns: null };
    const { to, text, exitCode } = await lastValueFrom(bot$(args, around));
    expect(text).toContain(said);
    expect(text).not.toMatch(/\n +at /);
    expect([to, exitCode]).toEqual(['err', 2]);
  });

  it('files in the working directory of the process', async () => {
    const ended = await Promise.all(
      [
        ['--config', 'wrong.yaml'],
        ['--market', 'empty.csv'],
        ['--strategy', './no-strategy.ts'],
        ['--out', 'empty.csv/inside'],
      ].map((args) => startApp('bot', args, { INIT_CWD: place }).ended),
    );
    expect(ended.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(ended.map(({ out }) => out)).toEqual(['', '', '', '']);
    expect(ended.map(({ err }) => err).join('\n')).not.toMatch(/\n +at /);
    expect(ended.map(({ err }) => err).join('\n')).toMatch(
      /wrong\.yaml:2[\s\S]*empty\.csv[\s\S]*no-strategy\.ts[\s\S]*empty\.csv\/inside/,
    );
  });
});

const FORGETFUL = `import { defineStrategy, hold } from '@org/strategies';
import { z } from 'zod';

export default defineStrategy({
  name: 'forgetful',
  parameters: z.object({ from: z.int().default(1).describe('the bar that is not kept as plain data') }),
  state: () => ({ bars: 0, since: 0 }),
  decide(state, view) {
    const bars = state.bars + 1;
    const { from } = view.parameters;
    return hold({ bars, since: bars < from ? view.time : new Date(view.time) });
  },
});
`;

describe('a state that would not survive a restart', () => {
  it.each([
    ['at once, in the bot', 'bot', 1],
    ['at once, in the backtest', 'backtest', 1],
    // Between the 128th state and the 256th none is looked at, but for the last of the session.
    ['at the end at the latest, in the bot', 'bot', 140],
    ['at the end at the latest, in the backtest', 'backtest', 140],
  ] as const)('is refused %s', async (_when, app, from) => {
    writeFileSync(join(place, 'forgetful.ts'), FORGETFUL);
    const ends = {
      bot: ['--speed', 'max', '--to', '2024-01-01T03:20:00Z'],
      backtest: ['--to', '2024-01-09', '--json'],
    };
    const args = ['--strategy', './forgetful.ts', '--set', `from=${from}`, ...ends[app]];
    const { code, err } = await startApp(app, args, { INIT_CWD: place }).ended;
    expect({ code, err }).toEqual({
      code: 2,
      err:
        'error: strategy forgetful has state that JSON would not bring back; found state.since, an instance of Date; ' +
        'allowed: finite numbers, texts, booleans, nulls, and lists and objects of them\n',
    });
  });
});

describe('help', () => {
  it('is told with code 0', async () => {
    const { code, out } = await startApp('bot', ['--help']).ended;
    expect(code).toBe(0);
    expect(out).toContain('--flatten-on-exit');
  });
});
