import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { InputError } from '@org/domain';
import type { LoggerOptions } from '../index.ts';
import { LOG_LEVELS, createLogger, silentLogger } from '../index.ts';

/** A terminal that remembers. */
class Screen extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, next: () => void): void {
    this.text += chunk.toString();
    next();
  }
}

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'onestep-log-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 678) };

function logger(options: Partial<LoggerOptions> = {}) {
  return createLogger({ level: 'info', directory, terminal: null, clock, ...options });
}

function lines(name = 'onestep.log'): readonly unknown[] {
  const text = readFileSync(join(directory, name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('a logger', () => {
  it('writes lines of JSON to a file, with the time in UTC', async () => {
    const log = logger();
    log.info('order filled', { symbol: 'BTCUSDT', quantity: 0.5 });
    log.error('connection lost');
    await log.close();
    expect(lines()).toEqual([
      {
        time: '2026-01-02T03:04:05.678Z',
        level: 'info',
        message: 'order filled',
        symbol: 'BTCUSDT',
        quantity: 0.5,
      },
      { time: '2026-01-02T03:04:05.678Z', level: 'error', message: 'connection lost' },
    ]);
  });

  it('writes short lines to a terminal, in order with the file', async () => {
    const terminal = new Screen();
    const log = logger({ terminal });
    log.info('order filled', { symbol: 'BTCUSDT' });
    log.warn('limit reached');
    await log.close();
    expect(terminal.text).toBe('03:04:05 info  order filled symbol=BTCUSDT\n03:04:05 warn  limit reached\n');
    expect(lines()).toHaveLength(2);
  });

  it.each(LOG_LEVELS)('at level %s tells what is at least that urgent', async (level) => {
    const log = logger({ level });
    for (const each of LOG_LEVELS) log[each](each);
    await log.close();
    expect(lines()).toEqual(
      LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(level) + 1).map((each): unknown =>
        expect.objectContaining({ level: each }),
      ),
    );
  });

  it('keeps fields that are called like its own', async () => {
    const log = logger();
    log.info('told', { time: 1, level: 2, message: 'mine' });
    await log.close();
    expect(lines()).toEqual([
      expect.objectContaining({ message: 'told', time_: 1, level_: 2, message_: 'mine' }),
    ]);
  });

  it('has its own time when none is given', async () => {
    const log = createLogger({ level: 'info', directory, terminal: null });
    const before = new Date().toISOString();
    log.info('now');
    await log.close();
    const [line] = lines();
    expect(line).toMatchObject({ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/) });
    expect(JSON.stringify(line) >= `{"time":"${before}"`).toBe(true);
  });

  it('may tell nobody', async () => {
    const log = logger({ directory: null });
    log.error('unheard');
    await log.close();
    expect(readdirSync(directory)).toEqual([]);
    expect(() => LOG_LEVELS.forEach((level) => silentLogger[level]('unheard'))).not.toThrow();
  });

  it('refuses a directory that cannot be written to', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    expect(() => logger({ directory: file })).toThrow(InputError);
  });
});

describe('secrets', () => {
  it('reach neither file nor terminal', async () => {
    const terminal = new Screen();
    const log = logger({ terminal, secrets: ['hunter2'] });
    log.protect('correct-horse');
    log.info('with hunter2', { error: new Error('correct-horse'), apiSecret: 'battery-staple' });
    await log.close();
    const told = terminal.text + readFileSync(join(directory, 'onestep.log'), 'utf8');
    expect(told).not.toMatch(/hunter2|correct-horse|battery-staple/);
    expect(told.match(/\[secret\]/g)?.length).toBeGreaterThan(4);
  });
});

describe('closing a logger', () => {
  it('waits until every line is out, over many files', async () => {
    const log = logger({ maxFileBytes: 10_000, maxFiles: 100 });
    for (let index = 0; index < 1_000; index++) log.info('line', { index });
    await log.close();
    const names = readdirSync(directory).sort((a, b) => age(b) - age(a));
    expect(names.length).toBeGreaterThan(5);
    expect(names.flatMap((name) => lines(name))).toEqual(
      Array.from({ length: 1_000 }, (_, index): unknown => expect.objectContaining({ index })),
    );
  });

  it('waits for a slow terminal', async () => {
    let release = (): void => undefined;
    let text = '';
    const terminal = new Writable({
      write(chunk: Buffer, _encoding, next) {
        text += chunk.toString();
        release = next;
        setImmediate(() => release());
      },
    });
    const log = logger({ terminal });
    log.info('one');
    log.info('two');
    await log.close();
    expect(text).toBe('03:04:05 info  one\n03:04:05 info  two\n');
  });

  it('leaves the terminal open', async () => {
    const terminal = new Screen();
    await logger({ terminal }).close();
    expect(terminal.writable).toBe(true);
  });

  it('may happen twice, and drops what is told afterwards', async () => {
    const log = logger();
    log.info('before');
    const closed = log.close();
    log.info('after');
    expect(log.close()).toBe(closed);
    await closed;
    log.info('later');
    expect(lines()).toHaveLength(1);
  });
});

describe('logging never throws', () => {
  it('when fields cannot be read at all', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const log = logger();
    expect(() => log.info('odd', { proxy })).not.toThrow();
    expect(() => log.info('odder', proxy)).not.toThrow();
    await log.close();
    expect(lines()).toHaveLength(2);
  });

  it('when the terminal is gone', async () => {
    const terminal = new Writable({ write: (_chunk, _encoding, next) => next(new Error('EPIPE')) });
    const log = logger({ terminal });
    log.info('one');
    log.info('two');
    await log.close();
    log.info('three');
    expect(lines()).toHaveLength(2);
  });

  it('when the file cannot be rotated, which it says on the terminal', async () => {
    mkdirSync(join(directory, 'onestep.1.log', 'in-the-way'), { recursive: true });
    const terminal = new Screen();
    const log = logger({ terminal, maxFileBytes: 100, maxFiles: 2 });
    log.info('one', { text: 'x'.repeat(60) });
    log.info('two', { text: 'x'.repeat(60) });
    await log.close();
    expect(lines()).toHaveLength(2);
    expect(terminal.text).toMatch(/error log file fails error=/);
  });

  it('when the file cannot be rotated, which it says to whoever wants to know', async () => {
    mkdirSync(join(directory, 'onestep.1.log', 'in-the-way'), { recursive: true });
    const terminal = new Screen();
    const failures: unknown[] = [];
    const log = logger({
      ...{ terminal, maxFileBytes: 100, maxFiles: 2 },
      onFileFailure: (error) => failures.push(error),
    });
    for (const text of ['one', 'two', 'three']) log.info(text, { text: 'x'.repeat(60) });
    await log.close();
    expect(lines()).toHaveLength(3);
    expect(failures).toEqual([expect.objectContaining({ syscall: 'rename' })]);
    expect(terminal.text).not.toContain('log file fails');
  });
});

function age(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}
