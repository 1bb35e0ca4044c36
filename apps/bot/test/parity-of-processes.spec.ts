import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandFile, emptyFolder, endAll, hasRecordedMonth, RECORDED_MONTH, startApp } from './apps.ts';

jest.setTimeout(120_000);

/** Limits out of the way but for stops and targets, which are close enough to be hit. */
const OPEN_LIMITS = {
  amountPerTrade: 0.5,
  riskPerTrade: 'off',
  stopLoss: 0.004,
  takeProfitRatio: 1,
  maxPosition: 'off',
  maxOpenOrders: 'off',
  dailyLoss: 'off',
  maxDrawdown: 'off',
};

/** How a bot ends whose drawdown was too large. */
const STOPPED_BY_RISK = 3;

let place: string;
let openLimits: string;

beforeAll(() => {
  place = emptyFolder();
  openLimits = join(place, 'open-limits.json');
  writeFileSync(openLimits, JSON.stringify({ risk: OPEN_LIMITS }));
});

afterEach(endAll);
afterAll(() => rmSync(place, { recursive: true }));

/** Runs backtest and bot, each as its own process, and gives their command files and what the bot said. */
async function runBoth(
  name: string,
  both: readonly string[],
  backtest: readonly string[],
  bot: readonly string[],
  exitCode = 0,
) {
  const folders = { backtest: join(place, `${name} backtest`), bot: join(place, `${name} bot`) };
  const [tested, traded] = await Promise.all([
    startApp('backtest', ['run', ...backtest, ...both, '--out', folders.backtest]).ended,
    startApp('bot', [...bot, '--speed', 'max', ...both, '--out', folders.bot]).ended,
  ]);
  expect([tested.code, tested.err]).toEqual([0, '']);
  expect([traded.code, traded.err]).toEqual([exitCode, '']);
  return { backtest: commandFile(folders.backtest), bot: commandFile(folders.bot), said: traded.out };
}

interface CommandLine {
  readonly kind: string;
  readonly time: number;
}

function read(lines: string): readonly CommandLine[] {
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const command: unknown = JSON.parse(line);
      if (isCommandLine(command)) return command;
      throw new TypeError(`no command: ${line}`);
    });
}

function isCommandLine(value: unknown): value is CommandLine {
  return typeof value === 'object' && value !== null && 'kind' in value && 'time' in value;
}

/** How many commands each tenth of a span of time has. */
function perTenth(commands: readonly CommandLine[], from: number, to: number): readonly number[] {
  const tenths = new Array<number>(10).fill(0);
  for (const { time } of commands) {
    const tenth = Math.min(9, Math.floor(((time - from) / (to - from)) * 10));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  return tenths;
}

/** The first open and the last close of the recorded month. */
const MONTH = { from: 1_733_007_600_000, to: Date.UTC(2024, 11, 29, 23, 1) };

const onRecordedData = hasRecordedMonth ? describe : describe.skip;

onRecordedData(
  'over a month of recorded minutes, bot and backtest give the same commands to the byte',
  () => {
    const recorded = { backtest: ['--data', RECORDED_MONTH], bot: ['--market', RECORDED_MONTH] };

    it.each([
      ['sma-cross', ['--strategy', 'sma-cross', '--set', 'fast=10', '--set', 'slow=30']],
      ['trend-rsi-stoch', ['--strategy', 'trend-rsi-stoch']],
    ])('for %s, with limits open, stops and targets on', async (name, strategy) => {
      const { backtest, bot, said } = await runBoth(
        name,
        [...strategy, '--config', openLimits],
        recorded.backtest,
        recorded.bot,
      );
      expect(bot).toBe(backtest);
      const commands = read(bot);
      expect(commands.length).toBeGreaterThanOrEqual(500);
      expect(new Set(commands.map(({ kind }) => kind))).toEqual(new Set(['place', 'placePair', 'cancel']));
      expect(Math.min(...perTenth(commands, MONTH.from, MONTH.to))).toBeGreaterThan(0);
      expect(said).toMatch(/ stopped {3}os-\d+ stop: sold /);
      expect(said).toMatch(/ target {4}os-\d+ target: sold /);
    });

    it('from any bar on, warm-up included', async () => {
      const { backtest, bot } = await runBoth(
        'from',
        [
          '--strategy',
          'trend-rsi-stoch',
          '--from',
          '2024-12-10T03:17',
          '--to',
          '2024-12-14T11:42',
          '--config',
          openLimits,
        ],
        recorded.backtest,
        recorded.bot,
      );
      expect(bot).toBe(backtest);
      expect(read(bot).length).toBeGreaterThan(100);
    });

    it('for two strategies that share the account, one of them on a higher interval', async () => {
      const { backtest, bot } = await runBoth(
        'two',
        [
          '--strategy',
          'sma-cross=0.5',
          '--strategy',
          'trend-rsi-stoch=0.3',
          '--interval',
          '5m',
          '--config',
          openLimits,
        ],
        recorded.backtest,
        recorded.bot,
      );
      expect(bot).toBe(backtest);
      expect(read(bot).length).toBeGreaterThan(100);
    });

    it('with the default limits, refusals among them', async () => {
      const { backtest, bot, said } = await runBoth(
        'limits',
        ['--strategy', 'trend-rsi-stoch', '--fee', '0.004'],
        recorded.backtest,
        recorded.bot,
        STOPPED_BY_RISK,
      );
      expect(bot).toBe(backtest);
      expect(read(bot).filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(0);
      expect(said).toContain(' refused ');
    });
  },
);

describe('over the synthetic market, bot and backtest give the same commands to the byte', () => {
  /** The backtest's sample market: 4,380 bars of an hour from 2024-01-01 on. */
  const sample = {
    backtest: [],
    bot: ['--market', 'synthetic', '--seed', '1', '--interval', '1h', '--to', '2024-07-01T12:00'],
  };

  it.each(['sma-cross', 'trend-rsi-stoch'])('for %s', async (strategy) => {
    const { backtest, bot } = await runBoth(
      `synthetic ${strategy}`,
      ['--strategy', strategy, '--config', openLimits],
      sample.backtest,
      sample.bot,
    );
    expect(bot).toBe(backtest);
    expect(read(bot).length).toBeGreaterThan(50);
  });

  it('from any bar on', async () => {
    const { backtest, bot } = await runBoth(
      'synthetic from',
      ['--strategy', 'sma-cross', '--from', '2024-02-03T04:00'],
      sample.backtest,
      sample.bot,
    );
    expect(bot).toBe(backtest);
    expect(read(bot).length).toBeGreaterThan(20);
  });
});
