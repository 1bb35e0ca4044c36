import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualTimeScheduler, Subject } from 'rxjs';
import { virtualClock } from '../test/disturbed/virtual-clock.ts';
import type { BotWord } from './bot.ts';
import { bot$ } from './bot.ts';

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'onestep-bot-'));
});

afterEach(() => rmSync(place, { recursive: true }));

/** A bot whose time a test moves; `begun` resolves when it has said its first word. */
function start(
  args: readonly string[],
  { columns = null, env = {} }: { columns?: number | null; env?: NodeJS.ProcessEnv } = {},
) {
  const scheduler = new VirtualTimeScheduler();
  const stop$ = new Subject<string>();
  const words: BotWord[] = [];
  let passed = 0;
  let begin = () => {};
  let end = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<void>((resolve) => (end = resolve));
  const subscription = bot$(args, {
    cwd: place,
    env,
    clock: virtualClock(scheduler),
    stop$,
    columns,
  }).subscribe({
    next: (word) => {
      words.push(word);
      begin();
    },
    complete: () => end(),
  });
  return {
    ...{ begun, ended, stop$, subscription, words },
    text: () => words.map(({ text }) => text).join(''),
    exitCode: () => words.map(({ exitCode }) => exitCode).find((code) => code !== undefined),
    /** Lets so much of the clock's time pass. */
    pass: (ms: number) => {
      passed += ms;
      scheduler.maxFrames = passed;
      scheduler.flush();
    },
    flush: () => {
      scheduler.maxFrames = Infinity;
      scheduler.flush();
    },
  };
}

const DAY = ['--interval', '1h', '--to', '2024-01-20'];

describe('a session on paper', () => {
  it('says what it does before anything happens', async () => {
    const bot = start(['--seed', '7', '--strategy', 'sma-cross', '--set', 'fast=5', '--out', 'kept']);
    await bot.begun;
    expect(bot.text()).toBe(
      [
        'Onestep',
        'venue       PAPER: a simulated exchange on this machine, no real money',
        'market      synthetic, seed 7: BTCUSDT 1m, 600 times faster than the market',
        'strategy    sma-cross fast=5 slow=50 confirm=1',
        "account     10000 USDT, fee 0.1%, slippage 0.01%, at most 10% of a bar's volume",
        'limits      entry 25%, risk per trade 1%, stop 3%, target 3 times the stop, position 50%, open orders 20, daily loss 5%, drawdown 25%',
        'warm-up     50 bars before the first decision',
        `commands    ${join(place, 'kept/commands.jsonl')}`,
        'stop        Ctrl-C takes no new entries, cancels resting ones, leaves stops; a second one ends at once',
        '',
        '',
      ].join('\n'),
    );
    bot.subscription.unsubscribe();
  });

  it('says which of the keys that were set nothing heeds yet', async () => {
    const bot = start([], { env: { ONESTEP_WORKERS: '2', ONESTEP_GPU: 'on' } });
    await bot.begun;
    expect(bot.text()).toContain('\n            set, and heeded by nothing yet: workers, gpu\n');
    bot.subscription.unsubscribe();
  });

  it('says that the log cannot be written, and goes on without it', async () => {
    mkdirSync(join(place, 'logs'));
    symlinkSync('/dev/full', join(place, 'logs/onestep.log'));
    const bot = start(['--speed', 'max', '--to', '2024-01-01T05:00'], {
      env: { ONESTEP_LOG_DIRECTORY: 'logs' },
    });
    await bot.begun;
    bot.flush();
    await bot.ended;
    const warnings = bot.words.filter(({ to }) => to === 'err').map(({ text }) => text);
    expect(warnings).toEqual([
      'warning: the log cannot be written: ENOSPC: no space left on device, write; the session goes on without it until it can\n',
    ]);
    expect(bot.exitCode()).toBe(0);
  });

  it('promises no target where there is no stop to measure it by', async () => {
    const bot = start([], { env: { ONESTEP_RISK_STOP_LOSS: 'off' } });
    await bot.begun;
    expect(bot.text()).toContain(', stop off, target 3 times the stop that an entry names, position 50%,');
    bot.subscription.unsubscribe();
  });

  it('goes on below itself where a terminal is narrow', async () => {
    const bot = start(['--seed', '7'], { columns: 80, env: { NO_COLOR: '1' } });
    await bot.begun;
    expect(bot.text()).toContain(
      [
        'limits      entry 25%, risk per trade 1%, stop 3%, target 3 times the stop,',
        '            position 50%, open orders 20, daily loss 5%, drawdown 25%',
        'warm-up     50 bars before the first decision',
      ].join('\n'),
    );
    bot.subscription.unsubscribe();
  });

  it('warms up without a pause and is paced from the first bar on that may be traded', async () => {
    const bot = start(['--seed', '7', '--speed', '60'], { columns: 200 });
    await bot.begun;
    bot.pass(0);
    expect(bot.text()).toContain('2024-01-01 00:51:00 | BTCUSDT');
    bot.pass(999);
    expect(bot.text()).not.toContain('2024-01-01 00:52:00');
    bot.pass(1);
    expect(bot.text()).toContain('2024-01-01 00:52:00 | BTCUSDT');
    bot.subscription.unsubscribe();
  });

  it('tells what happens to orders as it happens', async () => {
    const bot = start(['--seed', '7', '--speed', 'max', '--to', '2024-01-01T05:00']);
    await bot.begun;
    bot.flush();
    await bot.ended;
    // 0.06208 BTC less 0.1% is 0.06201792; with the dust of the trades before it makes one lot more: 0.06202.
    expect(bot.text()).toContain(
      [
        '2024-01-01 04:24:00  filled    os-9 entry: bought 0.06208 BTC at 40256.23, fee 0.00006208 BTC',
        '2024-01-01 04:24:00  placed    os-10 stop: sell 0.06202 BTC below 39048.55',
        '2024-01-01 04:24:00  placed    os-11 target: sell 0.06202 BTC at 43879.27',
        '2024-01-01 04:53:00  cancelled os-10 stop',
        '2024-01-01 04:53:00  cancelled os-11 target',
      ].join('\n'),
    );
  });

  it('names whose order it is where strategies share the account', async () => {
    const strategies = ['--strategy', 'sma-cross', '--strategy', 'trend-rsi-stoch'];
    const bot = start([...strategies, '--seed', '7', '--speed', 'max', '--to', '2024-01-03']);
    await bot.begun;
    bot.flush();
    await bot.ended;
    expect(bot.text()).toMatch(/ filled {4}os-\d+ entry of sma-cross: bought /);
    expect(bot.text()).toMatch(/ placed {4}os-\d+ stop of trend-rsi-stoch: sell /);
  });

  it('ends with the market, and sums up', async () => {
    const bot = start([...DAY, '--seed', '7', '--speed', 'max']);
    await bot.begun;
    bot.flush();
    await bot.ended;
    expect(bot.exitCode()).toBe(0);
    expect(bot.text()).toMatch(
      /\nended {7}the market has no further bars\nmarket time 2024-01-03 03:00:00 to 2024-01-20 00:00:00, 406 bars\n/,
    );
    expect(bot.text()).toMatch(/\norders {6}\d+ sent, \d+ fills, \d+ cancelled, 0 refused\n/);
  });

  it('says when the indicators did not get warm', async () => {
    const bot = start(['--interval', '1h', '--to', '2024-01-02', '--speed', 'max']);
    await bot.begun;
    bot.flush();
    await bot.ended;
    expect(bot.text()).toContain('market time no bar could be traded on: the indicators did not get warm');
  });

  it('goes on without entries behind a drawdown, tells why once a minute, and ends with code 3', async () => {
    writeFileSync(join(place, 'tight.yaml'), 'risk:\n  maxDrawdown: 0.001\n');
    const args = [...DAY, '--seed', '7', '--set', 'fast=2', '--set', 'slow=5', '--speed', '3600'];
    const bot = start([...args, '--config', 'tight.yaml']);
    await bot.begun;
    bot.flush();
    await bot.ended;
    expect(bot.exitCode()).toBe(3);
    expect(bot.text()).toMatch(/ alert {5}drawdown: observed 0\.\d+%, allowed 0\.1%; no new entries\n/);
    expect(bot.text()).toMatch(/no entries: drawdown/);
    expect(bot.text()).toMatch(/\nno entries {2}drawdown of 0\.\d+%, allowed 0\.1%\n/);
    const refusals = Number(/ (\d+) refused\n/.exec(bot.text())?.[1]);
    const told =
      bot.text().match(/ refused {3}sma-cross: .+; observed 0\.\d+, allowed 0\.001 \(maxDrawdown\)\n/g) ?? [];
    // Some 450 bars at 1 bar a second are 7 minutes and a half.
    expect(told.length).toBeLessThanOrEqual(8);
    expect(refusals).toBeGreaterThan(told.length);
  });

  it('logs orders and alerts where a directory is set', async () => {
    const bot = start([...DAY, '--seed', '7', '--speed', 'max'], {
      // From where the person stands, which is not where the process runs.
      env: { ONESTEP_LOG_DIRECTORY: 'log' },
    });
    await bot.begun;
    bot.flush();
    await bot.ended;
    const lines = readFileSync(join(place, 'log/onestep.log'), 'utf8').trimEnd().split('\n');
    expect(lines[0]).toContain('session begins');
    expect(lines.filter((line) => line.includes('"message":"orderFilled"')).length).toBeGreaterThan(2);
    expect(lines.at(-1)).toContain('session ended');
  });

  it('tells a program everything as lines of JSON', async () => {
    const bot = start([...DAY, '--seed', '7', '--speed', 'max', '--json']);
    await bot.begun;
    bot.flush();
    await bot.ended;
    const lines = bot
      .text()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const types = lines.map((line) =>
      typeof line === 'object' && line !== null && 'type' in line ? line.type : null,
    );
    expect([types[0], types.at(-1)]).toEqual(['started', 'ended']);
    expect(new Set(types)).toEqual(new Set(['started', 'status', 'command', 'event', 'ended']));
    expect(lines.at(-1)).toMatchObject({
      why: 'the market has no further bars',
      bars: 406,
      equity: { from: 10_000 },
      // As exact decimals of the asset that names them.
      fees: { BTC: expect.stringMatching(/^0\.\d{8}$/), USDT: expect.stringMatching(/^\d+\.\d+$/) },
    });
  });

  it('tells a program no time where no bar was traded on', async () => {
    const bot = start(['--seed', '7', '--speed', 'max', '--to', '2024-01-01T00:30', '--json']);
    await bot.begun;
    bot.flush();
    await bot.ended;
    const last: unknown = JSON.parse(bot.text().trimEnd().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ type: 'ended', bars: 0, from: null, to: null, fees: {}, cancels: 0 });
  });

  it('keeps the status in the last line of a terminal, in colour unless NO_COLOR is set', async () => {
    const seen = await Promise.all(
      [{}, { NO_COLOR: '1' }].map(async (env) => {
        const bot = start([...DAY, '--seed', '7'], { columns: 60, env });
        await bot.begun;
        bot.flush();
        await bot.ended;
        return bot.text();
      }),
    );
    const [colour = '', plain = ''] = seen;
    expect(colour).toContain('\u001B[32mfilled');
    expect(plain).not.toContain('\u001B[32m');
    const statuses = plain.split('\r\u001B[2K').filter((text) => / \| /.test(text) && !text.includes('\n'));
    expect(statuses.length).toBeGreaterThan(100);
    // What does not fit into 59 characters is left out as a whole: the line ends with its profit.
    expect(statuses.filter((text) => text.length > 59 || !text.endsWith('%)'))).toEqual([]);
  });
});

describe('a bot that is stopped', () => {
  it('before it began says so', async () => {
    const bot = start(['--seed', '7']);
    bot.stop$.next('SIGINT');
    await bot.ended;
    expect([bot.text(), bot.exitCode()]).toEqual(['stopped before it began\n', 0]);
  });

  it('while nothing is on its way ends at once', async () => {
    const bot = start(['--seed', '7']);
    await bot.begun;
    bot.pass(0);
    bot.stop$.next('SIGTERM');
    await bot.ended;
    expect(bot.text()).toContain('ended       stopped by SIGTERM\n');
    expect(bot.exitCode()).toBe(0);
    expect(bot.stop$.observed).toBe(false);
  });

  it('leaves nothing behind when it is left', async () => {
    const bot = start(['--seed', '7', '--out', 'kept']);
    await bot.begun;
    bot.pass(10_000);
    bot.subscription.unsubscribe();
    expect(bot.stop$.observed).toBe(false);
    const said = bot.words.length;
    bot.flush();
    expect(bot.words).toHaveLength(said);
  });
});

describe('wrong words', () => {
  it.each([
    [['--nonsense'], 'unknown option'],
    [['--seed', 'x'], '--seed does not take this value; found x'],
    [['--nonsense'], 'The flags are listed by: npm start -- --help'],
    [['--venue', 'testnet'], 'the bot does not trade through the exchange client yet'],
    [['--from', '2023-01-01', '--to', '2023-02-01'], 'no bar of the market opens between --from and --to'],
  ])('%j are refused with code 2', async (args, said) => {
    const bot = start(args);
    await bot.ended;
    expect(bot.text()).toContain(said);
    expect([bot.exitCode(), bot.words[0]?.to]).toEqual([2, 'err']);
  });
});
