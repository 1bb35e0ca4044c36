import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commandFile,
  emptyFolder,
  endAll,
  FAILING_HOLDER,
  RESTING_BUYER,
  RunningApp,
  startApp,
} from './apps.ts';

jest.setTimeout(60_000);

let place: string;

beforeAll(() => {
  place = emptyFolder();
});

afterEach(endAll);
afterAll(() => rmSync(place, { recursive: true }));

const TRADING = ['--strategy', RESTING_BUYER, '--seed', '7', '--speed', '600'];
/** An entry rests, and a position is held that a stop protects. */
const RESTS = [/resting +os-2 entry/, /filled +os-1 entry: bought/, /placed +os-\d+ stop: sell/];

function expectOrderlyEnd(out: string, signal: string): void {
  expect(out).toMatch(/cancelled +os-2 entry/);
  expect(out).not.toMatch(/cancelled +os-\d+ stop/);
  expect(out).toMatch(new RegExp(`ended +stopped by ${signal}`));
  expect(out).toMatch(/market time +2024-01-01 00:01:00 to 2024-01-01 \d\d:\d\d:00, \d+ bars/);
  expect(out).toMatch(/equity +10000\.00 to \d+\.\d\d USDT/);
  expect(out).toMatch(
    /position +BTCUSDT 0\.\d+ BTC, bought at \d+\.\d\d, now \d+\.\d\d, worth \d+\.\d\d USDT/,
  );
  expect(out).toMatch(/stop +\d+(\.\d+)? \(order os-\d+\)/);
  expect(out).toMatch(/target +\d+(\.\d+)? \(order os-\d+\)/);
  expect(out).not.toMatch(/^resting /m);
}

describe('a bot that is asked to end', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s cancels the resting entry, leaves the stop, says where it stands, and exits 0',
    async (signal) => {
      const out = join(place, signal);
      const bot = startApp('bot', [...TRADING, '--out', out]);
      await bot.says(...RESTS);
      bot.child.kill(signal);
      const ended = await bot.ended;
      expect([ended.code, ended.err]).toEqual([0, '']);
      expectOrderlyEnd(ended.out, signal);
      const last = commandFile(out).trimEnd().split('\n').at(-1);
      expect(last).toContain('"kind":"cancel"');
      expect(last).toContain('"clientOrderId":"os-2"');
    },
  );

  it('and started again in the same folder keeps the commands of the session before', async () => {
    const out = join(place, 'again');
    const once = [...TRADING, '--speed', 'max', '--to', '2024-01-01T00:30', '--out', out];
    expect((await startApp('bot', once).ended).code).toBe(0);
    const before = commandFile(out);
    expect(before).toContain('"kind":"place"');
    const again = await startApp('bot', once).ended;
    expect(again.out).toContain(`those of the session before: ${out}/commands.1.jsonl\n`);
    expect(readFileSync(join(out, 'commands.1.jsonl'), 'utf8')).toBe(before);
    expect(commandFile(out)).toBe(before);
  });

  it('is asked in vain to write where another one does, which goes on', async () => {
    const out = join(place, 'two');
    const first = startApp('bot', [...TRADING, '--out', out]);
    await first.says(...RESTS);
    const second = await startApp('bot', [...TRADING, '--out', out]).ended;
    expect([second.code, second.out]).toEqual([2, '']);
    expect(second.err).toContain(
      `another session writes to ${out}; found process ${first.child.pid} in ${out}/.lock`,
    );
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
    expect(readdirSync(out)).toEqual(['commands.jsonl']);
  });

  it('with --flatten-on-exit sells first', async () => {
    const bot = startApp('bot', [...TRADING, '--flatten-on-exit']);
    await bot.says(...RESTS);
    bot.child.kill('SIGINT');
    const { code, out } = await bot.ended;
    expect(code).toBe(0);
    expect(out).toMatch(/cancelled +os-2 entry/);
    expect(out).toMatch(/cancelled +os-\d+ stop/);
    expect(out).toMatch(/filled +os-\d+ exit: sold/);
    expect(out).toMatch(/position +no open position/);
  });

  it('a second time ends at once with 130', async () => {
    const bot = startApp('bot', TRADING);
    await bot.says(...RESTS);
    // While it stands still both signals arrive: the second finds the bot waiting for its answers.
    for (const signal of ['SIGSTOP', 'SIGINT', 'SIGTERM', 'SIGCONT'] as const) bot.child.kill(signal);
    const { code, out } = await bot.ended;
    expect(code).toBe(130);
    expect(out).not.toMatch(/^ended /m);
  });

  it('before its first bar has nothing to do', async () => {
    const bot = startApp('bot', [...TRADING, '--from', '2024-01-02', '--speed', '0.001']);
    await bot.says('\nstop ');
    bot.child.kill('SIGINT');
    const { code, out } = await bot.ended;
    expect(code).toBe(0);
    expect(out).toMatch(/position +no open position/);
  });
});

describe('a strategy that throws', () => {
  it('ends the session with its entry called off, its stop in place, a summary, and the fault last', async () => {
    const out = join(place, 'fault');
    const bot = startApp('bot', ['--strategy', FAILING_HOLDER, '--speed', 'max', '--out', out]);
    const ended = await bot.ended;
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/failing-holder\.ts:\d+:\d+: strategy failing-holder failed while it decided/);
    expect(ended.out).toMatch(/ended +stopped by a fault/);
    expect(ended.out).toMatch(/position +BTCUSDT 0\.\d+ BTC/);
    expect(ended.out).toMatch(/stop +\d+(\.\d+)? \(order os-\d+\)\n/);
    expect(ended.out).toMatch(/resting +os-2 entry: buy .*, called off, which is not confirmed\n/);
    const [last, before] = commandFile(out).trimEnd().split('\n').reverse();
    expect(before).toContain('"code":"kill-switch"');
    expect(last).toMatch(/"clientOrderId":"os-2","kind":"cancel"/);
  });
});

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a bot that finds no room for its commands', () => {
  it('sends nothing that is not written down, ends in order, and says what to do', async () => {
    const out = join(place, 'no-room');
    mkdirSync(out);
    symlinkSync('/dev/full', join(out, 'commands.jsonl'));
    const bot = startApp('bot', [...TRADING, '--out', out]);
    const ended = await bot.ended;
    expect(ended.code).toBe(1);
    expect(ended.err).toBe(
      `error: ${out}/commands.jsonl: a command could not be written down, so the session ends; ` +
        'found ENOSPC: no space left on device, write. Make room on the disk, or name another folder with --out.\n',
    );
    expect(ended.out).toMatch(/ended +stopped by a fault/);
    expect(ended.out).toMatch(/resting +os-1 entry: buy .*, not confirmed\n/);
    expect(readdirSync(out)).toEqual(['commands.jsonl']);
  });
});

onLinux('a bot whose output finds no room', () => {
  it('ends in order, and says why', async () => {
    const out = join(place, 'unread');
    const bot = startApp('bot', [...TRADING, '--out', out], {}, '>/dev/full');
    const { code, err } = await bot.ended;
    expect(err).toMatch(/^error: the output cannot be written; found [^\n]*ENOSPC[^\n]*\n$/);
    expect(code).toBe(2);
  });
});

onLinux('a bot whose complaints nobody can read', () => {
  it('trades on, and ends with the code that says how it went', async () => {
    const logs = join(place, 'full-logs');
    mkdirSync(logs);
    symlinkSync('/dev/full', join(logs, 'onestep.log'));
    const env = { ONESTEP_LOG_DIRECTORY: logs };
    const trading = startApp('bot', [...TRADING, '--to', '2024-01-01T00:30'], env, '2>/dev/full');
    const wrong = startApp('bot', ['--nonsense'], {}, '2>/dev/full');
    const { code, out } = await trading.ended;
    expect([code, (await wrong.ended).code]).toEqual([0, 2]);
    expect(out).toMatch(/ended +the market has no further bars/);
  });
});

describe('a strategy that lets a promise go which fails', () => {
  it('ends the session in order, with the line of the file and without a stack', async () => {
    const source = readFileSync(FAILING_HOLDER, 'utf8');
    const once = source.replace('state.bar >= view', 'state.bar === view');
    writeFileSync(
      join(place, 'strays.ts'),
      once.replace("throw new Error('a fault of its own')", "void import('./gone.ts')"),
    );
    // A timer of the file's holds nothing up.
    writeFileSync(
      join(place, 'timed.ts'),
      "setInterval(() => undefined, 1e6);\nexport { default } from './strays.ts';\n",
    );
    const bot = startApp('bot', ['--strategy', './timed.ts', '--speed', 'max'], { INIT_CWD: place });
    const { code, out, err } = await bot.ended;
    expect(code).toBe(2);
    expect(err).toMatch(
      /^error: strays\.ts:\d+:\d+: this import leads nowhere; found '\.\/gone\.ts'; [^\n]+\n$/,
    );
    expect(out).toMatch(/ended +stopped by a fault/);
    expect(out).toMatch(/position +BTCUSDT 0\.\d+ BTC/);
  });
});

const hasTerminal = spawnSync('script', ['--version']).status === 0;
const demanded = (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('pty');
const inTerminal = hasTerminal || demanded ? describe : describe.skip;

inTerminal('npm start in a terminal (needs the command script)', () => {
  it('ends in order at Ctrl-C and exits 0', async () => {
    // By exec, since some shells (dash) stay, are interrupted by the same Ctrl-C, and tell 130 for npm's 0.
    const command = `exec npm start -- ${TRADING.map((word) => `'${word}'`).join(' ')}`;
    const bot = new RunningApp('script', ['-qec', command, '/dev/null'], { NO_COLOR: '1', TERM: 'xterm' });
    await bot.says(...RESTS, /equity \d+\.\d\d \| /);
    bot.child.stdin?.write('\u0003');
    const { code, out } = await bot.ended;
    expect(code).toBe(0);
    expectOrderlyEnd(out.replaceAll('\r', ''), 'SIGINT');
  });
});
