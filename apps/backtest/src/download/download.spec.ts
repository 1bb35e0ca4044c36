import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { CandleSeries } from '@org/domain';
import { BUILT_IN_SYMBOLS, candleMarkets, startLocalBinance } from '@org/local-binance';
import type { LocalBinance } from '@org/local-binance';
import { CandleStore, lockStore, readInstruments, seriesOf } from '@org/market-data';
import { runCaptured } from '../../test/run-captured.ts';
import { ScratchFolder } from '../../test/scratch-folder.ts';

const MINUTE = 60_000;
const START = Date.UTC(2024, 0, 1);
const BARS = 150;
const MARKETS = ['BTCUSDT', 'ETHUSDT'];
/** In between the exchange tells quiet bars. */
const TRADED_EVERY = 50;

/** Minutes in which something is traded; ETHUSDT is first traded in the 25th. */
function minutesOf(symbol: string): CandleSeries {
  const first = symbol === 'ETHUSDT' ? 24 : 0;
  const column = (value: (minute: number) => number) =>
    Float64Array.from({ length: 2 }, (_, index) => value(first + index * TRADED_EVERY));
  return {
    ...{ symbol, interval: '1m', openTime: column((minute) => START + minute * MINUTE) },
    ...{ open: column((minute) => 40_000 + minute), high: column((minute) => 40_020 + minute) },
    ...{
      low: column((minute) => 39_980 + minute),
      close: column((minute) => 40_010 + minute),
      volume: column(() => 30),
    },
  };
}

const folder = new ScratchFolder();
let exchange: LocalBinance;

beforeAll(async () => {
  const { market, symbols } = candleMarkets(MARKETS.map(minutesOf), { symbols: BUILT_IN_SYMBOLS, seed: 1 });
  exchange = await startLocalBinance({ market, symbols, speed: 0, startTime: START });
  exchange.advance(BARS * MINUTE - 1);
}, 120_000);

afterEach(() => {
  exchange.faults.clear();
  folder.clear();
});
afterAll(async () => {
  folder.remove();
  await exchange.close();
});

type Around = Parameters<typeof runCaptured>[2];

function download(flags: readonly string[], around: Around = {}) {
  const origin = ['--origin', exchange.restUrl, '--interval', '1m', '--from', '2024-01-01'];
  return runCaptured(['download', ...origin, ...flags], folder.path, around);
}

const BOTH = ['--symbols', 'BTCUSDT,ETHUSDT'];
const TWO_HOURS = ['--to', '2024-01-01T02:00Z'];

async function storedBars(symbol: string) {
  const store = await CandleStore.open(join(folder.path, 'data'));
  const { series, covered } = await store.read({ symbol, interval: '1m' });
  await store.close();
  return { series, covered };
}

/** What the exchange itself has on record from one minute on and before another. */
function truthOf(symbol: string, fromMinute: number, toMinute: number): CandleSeries {
  const record = exchange.world.records.markets.market(symbol);
  const query = { interval: '1m', startMs: START + fromMinute * MINUTE, endMs: null, offsetMs: 0 } as const;
  // Prices are ticks of 0.01, volumes units of 1e-8.
  return seriesOf(
    symbol,
    '1m',
    (record?.klines({ ...query, limit: toMinute - fromMinute }) ?? []).map(
      ({ openTime, volume, ...bar }) => ({
        ...{
          openTime,
          open: bar.open / 100,
          high: bar.high / 100,
          low: bar.low / 100,
          close: bar.close / 100,
        },
        volume: Number(volume) / 1e8,
      }),
    ),
  );
}

describe('a download', () => {
  it('brings bars and rules into a store, and tells what is there and what the market does not have', async () => {
    const { code, out, err } = await download([...BOTH, ...TWO_HOURS]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'BTCUSDT 1m  120 bars from 2024-01-01 00:00 to 2024-01-01 02:00, no gap',
        'ETHUSDT 1m  96 bars from 2024-01-01 00:00 to 2024-01-01 02:00, 1 gap of 24 bars',
        '  gap: 24 bars from 2024-01-01 00:00',
        `216 bars added; 216 bars of this span are in ${join(folder.path, 'data')}`,
        '',
      ].join('\n'),
    );
    expect(folder.list()).toEqual(
      expect.arrayContaining([
        'data/BTCUSDT/1m/2024-01.parquet',
        'data/ETHUSDT/1m/2024-01.parquet',
        'data/instruments.json',
      ]),
    );
    expect((await storedBars('BTCUSDT')).series).toEqual(truthOf('BTCUSDT', 0, 120));
    expect((await storedBars('ETHUSDT')).series).toEqual(truthOf('ETHUSDT', 24, 120));
    const rules = readInstruments(join(folder.path, 'data/instruments.json'));
    expect([...rules.keys()]).toEqual(MARKETS);
  }, 60_000);

  it('asks for what is not there yet and for nothing else', async () => {
    await download([...BOTH, ...TWO_HOURS]);
    exchange.faults.add({ kind: 'request', match: { path: '/api/v3/klines' } });
    const again = await download([...BOTH, ...TWO_HOURS]);
    expect(again.out).toContain('0 bars added; 216 bars of this span are in');
    expect(exchange.faults.list()[0]?.struck).toBe(0);
    const further = await download([...BOTH, '--to', '2024-01-01T02:24Z']);
    expect(further.out).toContain('48 bars added; 264 bars of this span are in');
    expect(exchange.faults.list()[0]?.struck).toBe(2);
    expect((await storedBars('BTCUSDT')).series).toEqual(truthOf('BTCUSDT', 0, 144));
    // The store holds more than it is asked about.
    const shorter = await download([...BOTH, ...TWO_HOURS]);
    expect(shorter.out).toContain('0 bars added; 216 bars of this span are in');
  });

  it('does not ask again for what is there', async () => {
    const store = await CandleStore.open(join(folder.path, 'data'));
    const bars = truthOf('BTCUSDT', 3, 4);
    await store.add(
      { ...bars, volume: Float64Array.of(31) },
      { fromMs: START + 3 * MINUTE, toMs: START + 4 * MINUTE },
    );
    await store.close();
    expect((await download(['--symbols', 'BTCUSDT', ...TWO_HOURS])).code).toBe(0);
    const { series } = await storedBars('BTCUSDT');
    expect(series.volume[3]).toBe(31);
  });

  it('shows how far it is on a terminal', async () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    let shown = '';
    terminal.on('data', (chunk: Buffer) => (shown += chunk.toString()));
    await download(['--symbols', 'BTCUSDT', ...TWO_HOURS], { terminal });
    expect(shown).toContain('100% | 120 of 120 bars');
  });

  it('that is stopped keeps what came, ends in order, and goes on from there', async () => {
    let stop = (): void => undefined;
    let listeners = 0;
    const onInterrupt = (handler: () => void) => {
      stop = handler;
      listeners += 1;
      return () => void (listeners -= 1);
    };
    // The first market's page passes; the other one gets no answer, until somebody presses Ctrl-C.
    exchange.faults.add({
      ...{ kind: 'request', match: { path: '/api/v3/klines', parameters: { symbol: 'ETHUSDT' } } },
      answer: 'drop',
    });
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    terminal.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('120 of')) stop();
    });
    const { code, out, err } = await download([...BOTH, ...TWO_HOURS], { terminal, onInterrupt });
    expect({ code, err, listeners }).toEqual({ code: 0, err: '', listeners: 0 });
    expect(out).toContain('BTCUSDT 1m  120 bars');
    expect(out).toContain('not downloaded yet: 2024-01-01 00:00 to 2024-01-01 02:00');
    expect(out).toMatch(/stopped; the same command goes on from there\n$/);
    expect((await storedBars('BTCUSDT')).series).toEqual(truthOf('BTCUSDT', 0, 120));
    exchange.faults.clear();
    expect((await download([...BOTH, ...TWO_HOURS])).out).toContain(
      '96 bars added; 216 bars of this span are in',
    );
    expect((await storedBars('ETHUSDT')).series).toEqual(truthOf('ETHUSDT', 24, 120));
  });

  it('comes whole through answers that are lost and a gateway that is down', async () => {
    const klines = { kind: 'request', match: { path: '/api/v3/klines' } } as const;
    exchange.faults.add({ ...klines, times: 1, answer: 'drop' });
    exchange.faults.add({ ...klines, times: 1, isDone: false, answer: { status: 502, body: '<html>' } });
    const { code } = await download([...BOTH, ...TWO_HOURS]);
    expect(code).toBe(0);
    expect((await storedBars('BTCUSDT')).series).toEqual(truthOf('BTCUSDT', 0, 120));
    expect((await storedBars('ETHUSDT')).series).toEqual(truthOf('ETHUSDT', 24, 120));
  });

  it('that the exchange breaks off says so with code 1, and what came is kept', async () => {
    exchange.faults.add({
      ...{
        kind: 'request',
        match: { path: '/api/v3/klines', parameters: { symbol: 'ETHUSDT' } },
        isDone: false,
      },
      answer: { status: 400, body: { code: -1100, msg: 'Illegal characters found.' } },
    });
    const { code, out, err } = await download([...BOTH, ...TWO_HOURS]);
    expect(code).toBe(1);
    expect(out).toContain('BTCUSDT 1m  120 bars');
    expect(err).toMatch(
      /^error: not everything could be downloaded; found ETHUSDT: Illegal characters found\./,
    );
    expect(err).toContain('the same command goes on from there');
  });
});

describe('two downloads into one store', () => {
  it('are not at once: the later one is told who writes, and changes nothing', async () => {
    const release = lockStore(join(folder.path, 'data'));
    const { code, out, err } = await download([...BOTH, ...TWO_HOURS]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`something else writes to the store in ${join(folder.path, 'data')}`);
    expect(err).toContain(`process ${process.pid}`);
    expect(folder.list()).not.toContain('data/instruments.json');
    release();
    expect((await download([...BOTH, ...TWO_HOURS])).out).toContain(
      '216 bars added; 216 bars of this span are in',
    );
  });

  it('leave no lock, and mind none of a process that is gone', async () => {
    await download(['--symbols', 'BTCUSDT', ...TWO_HOURS]);
    expect(folder.list()).not.toContain('data/.lock');
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(folder.path, 'data/.lock'), String(pid));
    expect((await download([...BOTH, ...TWO_HOURS])).code).toBe(0);
  });
});

describe('a download that cannot be', () => {
  async function refusalOf(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await runCaptured(['download', ...args], folder.path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n/);
    return err;
  }

  const GOOD = ['--symbols', 'BTCUSDT', '--interval', '1m', '--from', '2024-01-01'];
  const here = () => ['--origin', exchange.restUrl];

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'nothing to download',
      [],
      ["'--symbols <symbols>' not specified", 'npm run backtest -- download --help'],
    ],
    ['an empty symbol', [...GOOD, '--symbols', 'BTCUSDT,'], ['--symbols', 'BTCUSDT,ETHUSDT']],
    ['an unknown interval', [...GOOD, '--interval', '7m'], ['--interval', 'found 7m', '5m']],
    ['what is no time', [...GOOD, '--from', 'soon'], ['--from is not a time']],
    ['an empty span', [...GOOD, '--to', '2024-01-01'], ['--from before --to']],
    [
      'an origin with a path',
      [...GOOD, '--origin', 'http://127.0.0.1:9/api'],
      ['--origin', 'without a path'],
    ],
    ['an origin that is none', [...GOOD, '--origin', 'binance'], ['--origin', 'found binance']],
    [
      'an origin that nobody listens at',
      [...GOOD, '--origin', 'http://127.0.0.1:9'],
      ['http://127.0.0.1:9 does not answer as an exchange', 'Is --origin right'],
    ],
  ])('is refused for %s', async (_what, args, parts) => {
    const refusal = await refusalOf(...args);
    for (const part of parts) expect(refusal).toContain(part);
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });

  it('is refused for a market that the exchange does not have, with the one that was meant', async () => {
    const refusal = await refusalOf(...GOOD, ...here(), '--symbols', 'BTCUSDTT');
    expect(refusal).toContain('no such market; found BTCUSDTT');
    expect(refusal).toContain('Did you mean BTCUSDT?');
  });

  it('is refused for a time that is not over', async () => {
    expect(await refusalOf(...GOOD, ...here(), '--from', '2200-01-01')).toContain('is over yet');
  });

  it('is refused where a proxy answers in HTML', async () => {
    exchange.faults.add({
      ...{ kind: 'request', match: {}, isDone: false },
      answer: { status: 403, body: '<html><h1>Forbidden by proxy</h1></html>' },
    });
    expect(await refusalOf(...GOOD, ...here())).toContain('found Forbidden by proxy');
  });
});
