import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS, InputError } from '@org/domain';
import fc from 'fast-check';
import { TemporaryFolder } from '../../testing/candle-files.ts';
import { HOUR, MINUTE, range, sampleSeries, START } from '../../testing/sample-candles.ts';
import { hasSharedData, klines } from '../../testing/shared-data.ts';
import { readCandleFiles } from '../reading/read-candle-files.ts';
import { seriesOf } from '../series/candle-columns.ts';
import { CandleStore } from './candle-store.ts';

const places: TemporaryFolder[] = [];
const stores: CandleStore[] = [];

async function openStore(folder = newFolder()): Promise<CandleStore> {
  const store = await CandleStore.open(folder);
  stores.push(store);
  return store;
}

function newFolder(): string {
  const place = new TemporaryFolder();
  places.push(place);
  return place.path;
}

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
afterAll(() => places.forEach((place) => place.remove()));

let symbols = 0;
const newSymbol = () => `S${(symbols += 1)}USDT`;

const BTC = { symbol: 'BTCUSDT', interval: '1h' } as const;
const hours = (from: number, to: number) => sampleSeries('BTCUSDT', '1h', range(to).slice(from));
const span = (from: number, to: number, step = HOUR) => ({
  fromMs: START + from * step,
  toMs: START + to * step,
});

/** What tells two long series apart quickly. */
function bytesOf({ openTime, open, high, low, close, volume }: CandleSeries): string {
  const hash = createHash('sha256');
  for (const column of [openTime, open, high, low, close, volume]) hash.update(column);
  return `${openTime.length} ${hash.digest('hex')}`;
}

async function failureOf(action: Promise<unknown>): Promise<InputError> {
  const thrown: unknown = await action.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  if (thrown instanceof InputError) return thrown;
  throw new Error(`no InputError: ${String(thrown)}`);
}

describe('bars in a store', () => {
  it('are read back to the last bit, of all years and of a span', async () => {
    const store = await openStore();
    const all = hours(0, 2 * 8784);
    await store.add(all, span(0, 2 * 8784));
    const { series, covered, files } = await store.read(BTC);
    expect(bytesOf(series)).toBe(bytesOf(all));
    expect(covered).toEqual([span(0, 2 * 8784)]);
    // 2024 had 8,784 hours, 2025 8,760, and 24 are of 2026.
    expect(files.map(({ path, bars }) => [path.slice(store.folder.length), bars])).toEqual([
      ['/BTCUSDT/1h/2024.parquet', 8784],
      ['/BTCUSDT/1h/2025.parquet', 8760],
      ['/BTCUSDT/1h/2026.parquet', 24],
    ]);
    const some = await store.read(BTC, span(8780, 8790));
    expect(some.series).toEqual(hours(8780, 8790));
    expect(some.files).toHaveLength(2);
    expect(some.covered).toEqual([span(8780, 8790)]);
  });

  it('are whatever doubles they were, the least and the greatest among them', async () => {
    const price = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });
    const store = await openStore();
    const bar = fc.tuple(price, price, price, price, fc.double({ min: 0, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(bar, { minLength: 1, maxLength: 40 }), async (bars) => {
        const symbol = newSymbol();
        const candles = bars.map(([a, b, c, d, volume], index) => {
          const [low = 0, open = 0, close = 0, high = 0] = [a, b, c, d].toSorted((x, y) => x - y);
          return { openTime: START + index * HOUR, open, high, low, close, volume };
        });
        const series = seriesOf(symbol, '1h', candles);
        await store.add(series, span(0, bars.length));
        expect((await store.read(series)).series).toEqual(series);
      }),
      { numRuns: 30 },
    );
  });

  it('of several markets and intervals stand beside each other', async () => {
    const store = await openStore();
    await store.add(hours(0, 3), span(0, 3));
    await store.add(sampleSeries('ETHUSDT', '1m', range(5)), span(0, 5, MINUTE));
    await store.add(sampleSeries('BTCUSDT', '1s', range(5)), span(0, 5, 1000));
    expect(store.feeds()).toEqual([
      { symbol: 'BTCUSDT', interval: '1s' },
      BTC,
      { symbol: 'ETHUSDT', interval: '1m' },
    ]);
    expect(readdirSync(join(store.folder, 'BTCUSDT', '1s'))).toEqual(['2024-01-01.parquet']);
    expect(readdirSync(join(store.folder, 'ETHUSDT', '1m'))).toEqual(['2024-01.parquet']);
  });

  it('are not to be had of a store that is closed', async () => {
    const store = await CandleStore.open(newFolder());
    await store.close();
    await store.close();
    await expect(store.read(BTC)).rejects.toThrow('the store is closed');
  });

  it('are nothing where nothing was added', async () => {
    const store = await openStore(join(newFolder(), 'not there'));
    expect(store.feeds()).toEqual([]);
    expect(await store.covered(BTC)).toEqual([]);
    const { series, covered, files } = await store.read(BTC);
    expect([series.openTime.length, covered, files]).toEqual([0, [], []]);
  });
});

describe('spans that are added', () => {
  it('one behind the other and in any order make one', async () => {
    const store = await openStore();
    for (const [from, to] of [
      [20, 30],
      [0, 10],
      [10, 20],
    ] as const) {
      await store.add(hours(from, to), span(from, to));
    }
    const { series, covered } = await store.read(BTC);
    expect(series).toEqual(hours(0, 30));
    expect(covered).toEqual([span(0, 30)]);
  });

  it('may overlap where they agree', async () => {
    const store = await openStore();
    await store.add(hours(0, 20), span(0, 20));
    await store.add(hours(10, 40), span(10, 40));
    await store.add(hours(5, 15), span(5, 15));
    const { series, covered } = await store.read(BTC);
    expect(series).toEqual(hours(0, 40));
    expect(covered).toEqual([span(0, 40)]);
  });

  it('leave open what nobody has asked for, and know where the market has no bar', async () => {
    const store = await openStore();
    await store.add(sampleSeries('BTCUSDT', '1h', [2, 3, 6]), span(0, 10));
    await store.add(hours(20, 22), span(20, 24));
    await store.add(seriesOf('BTCUSDT', '1h', []), span(40, 50));
    const { series, covered } = await store.read(BTC);
    expect(series).toEqual(sampleSeries('BTCUSDT', '1h', [2, 3, 6, 20, 21]));
    expect(covered).toEqual([span(0, 10), span(20, 24), span(40, 50)]);
    expect(await store.covered(BTC)).toEqual(covered);
  });

  it('however they are cut hold what was given, each bar once', async () => {
    const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 5 });
    const store = await openStore();
    const positions = fc.uniqueArray(fc.nat(59), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(positions, cuts, async (there, spans) => {
        const symbol = newSymbol();
        const given = new Set<number>();
        for (const [a, b] of spans) {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const within = there.filter((at) => at >= from && at < to).toSorted((x, y) => x - y);
          await store.add(sampleSeries(symbol, '1h', within), span(from, to));
          within.forEach((at) => given.add(at));
        }
        const expected = [...given].toSorted((x, y) => x - y);
        const { series } = await store.read({ symbol, interval: '1h' });
        expect(series).toEqual(sampleSeries(symbol, '1h', expected));
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, CandleSeries, string, string]>([
    ['another price', sampleSeries('BTCUSDT', '1h', [5]), 'open 1', 'open 1'],
    ['no bar where there is one', seriesOf('BTCUSDT', '1h', []), 'no such bar', 'open 1'],
  ])('are refused for %s, by file and bar', async (_what, series, found, allowed) => {
    const store = await openStore();
    const other = {
      ...hours(0, 10),
      open: hours(0, 10).open.map((price, bar) => (bar === 5 ? price - 0.01 : price)),
    };
    await store.add(other, span(0, 10));
    const error = await failureOf(store.add(series, span(5, 6)));
    expect(error.code).toBe('overlap-disagrees');
    expect(error.facts.what).toContain('the bar of 2024-01-01T05:00:00.000Z');
    expect(error.facts.place?.file).toBe(join(store.folder, 'BTCUSDT', '1h', '2024.parquet'));
    expect(error.facts.found).toContain(found);
    expect(error.facts.allowed).toContain(allowed);
    expect((await store.read(BTC)).series).toEqual(other);
  });

  it('are refused for a bar where the market was known to have none', async () => {
    const store = await openStore();
    await store.add(sampleSeries('BTCUSDT', '1h', [0, 2]), span(0, 3));
    const error = await failureOf(store.add(hours(1, 2), span(1, 2)));
    expect(error.facts).toMatchObject({
      what: expect.stringContaining('the bar of 2024-01-01T01:00:00.000Z'),
      allowed: 'no such bar, as in the file',
    });
  });

  it.each<[string, Partial<CandleSeries>, string]>([
    ['a time twice', { openTime: Float64Array.of(START, START) }, 'do not ascend'],
    ['a time off the grid', { openTime: Float64Array.of(START, START + 1) }, 'no bar of 1h opens'],
    ['a price of nothing', { low: Float64Array.of(0, 1) }, 'low 0'],
    ['no number', { close: Float64Array.of(NaN, 1) }, 'close NaN'],
    ['a negative volume', { volume: Float64Array.of(1, -1) }, 'volume -1'],
    ['a time outside of the span', { openTime: Float64Array.of(START, START + 2 * HOUR) }, 'outside'],
  ])('are refused for %s, and nothing is written', async (_what, change, found) => {
    const store = await openStore();
    const error = await failureOf(store.add({ ...hours(0, 2), ...change }, span(0, 2)));
    expect(error.code).toBe('bars-unsound');
    expect(error.message).toContain(found);
    expect(store.feeds()).toEqual([]);
  });

  it('are refused where the folder cannot be written to, or the symbol is a path', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'taken'), 'a file');
    const store = await openStore(join(folder, 'taken'));
    expect((await failureOf(store.add(hours(0, 1), span(0, 1)))).code).toBe('store-not-writable');
    const away = { ...hours(0, 1), symbol: '../BTCUSDT' };
    expect((await failureOf(store.add(away, span(0, 1)))).code).toBe('symbol-unstorable');
  });
});

describe('a file of the store', () => {
  it('is read with SQL by a stranger, with typed columns and its coverage', async () => {
    const store = await openStore();
    await store.add(hours(0, 30), span(0, 30));
    await store.add(sampleSeries('ETHUSDT', '1h', range(5)), span(0, 5));
    const stranger = await (await DuckDBInstance.create(':memory:')).connect();
    const ask = async (sql: string) => (await stranger.runAndReadAll(sql)).getRowsJson();
    const files = `'${store.folder}/*/1h/*.parquet'`;
    const types = await ask(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${files})`);
    expect(types).toEqual([
      ['open_time', 'TIMESTAMP'],
      ...['open', 'high', 'low', 'close', 'volume'].map((name) => [name, 'DOUBLE']),
    ]);
    const schema = await ask(
      `SELECT DISTINCT name, type, converted_type FROM parquet_schema(${files}) WHERE name = 'open_time'`,
    );
    expect(schema).toEqual([['open_time', 'INT64', 'TIMESTAMP_MILLIS']]);
    const { open } = hours(0, 30);
    const [row] = await ask(
      `SELECT count(*), min(open_time)::VARCHAR, sum(open) FROM '${store.folder}/BTCUSDT/1h/*.parquet'`,
    );
    expect(row?.slice(0, 2)).toEqual(['30', '2024-01-01 00:00:00']);
    expect(row?.[2]).toBeCloseTo(
      open.reduce((sum, price) => sum + price),
      9,
    );
    const said = await ask(
      `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${store.folder}/ETHUSDT/1h/2024.parquet')`,
    );
    expect(said).toEqual([
      ['symbol', 'ETHUSDT'],
      ['interval', '1h'],
      ['bars', '5'],
      ['covered', JSON.stringify([[START, START + 5 * HOUR]])],
    ]);
    stranger.closeSync();
  });

  it('may stand in a folder whose name SQL or a glob would take for something else', async () => {
    const store = await openStore(join(newFolder(), "it's [mine]* {a,b}?"));
    await store.add(hours(0, 3), span(0, 3));
    await store.add(hours(3, 9), span(3, 9));
    expect((await store.read(BTC)).series).toEqual(hours(0, 9));
  });

  const damage: readonly (readonly [string, (bytes: Buffer) => Buffer, string])[] = [
    ['is empty', () => Buffer.alloc(0), 'too small'],
    ['has lost its end', (bytes) => bytes.subarray(0, bytes.length - 100), 'No magic bytes'],
    ['is something else', () => Buffer.from('open_time,open,high,low,close,volume\n'), 'No magic bytes'],
    ['has lost a part of its bars', (bytes) => Buffer.from(bytes).fill(0x55, 4, 400), ''],
  ];

  it.each(damage)('that %s is named, and what to do about it', async (_what, change, found) => {
    const store = await openStore();
    await store.add(hours(0, 8784), span(0, 8784));
    await store.add(hours(8784, 9000), span(8784, 9000));
    const path = join(store.folder, 'BTCUSDT', '1h', '2025.parquet');
    writeFileSync(path, change(readFileSync(path)));
    const error = await failureOf(store.read(BTC));
    expect(error.code).toBe('store-file-damaged');
    expect(error.facts.place?.file).toContain(path);
    expect(error.facts.found).toContain(found);
    expect(error.facts.hint).toContain('Delete it');
    rmSync(path);
    expect(bytesOf((await store.read(BTC)).series)).toBe(bytesOf(hours(0, 8784)));
    expect(await store.covered(BTC)).toEqual([span(0, 8784)]);
  });

  it('that others have written, or that stood elsewhere, is no part of it', async () => {
    const store = await openStore();
    await store.add(hours(0, 3), span(0, 3));
    const moved = join(store.folder, 'ETHUSDT', '1h', '2024.parquet');
    mkdirSync(dirname(moved), { recursive: true });
    copyFileSync(join(store.folder, 'BTCUSDT', '1h', '2024.parquet'), moved);
    const error = await failureOf(store.read({ symbol: 'ETHUSDT', interval: '1h' }));
    expect(error).toMatchObject({ code: 'store-file-foreign', facts: { found: 'BTCUSDT 1h' } });
    const other = await (await DuckDBInstance.create(':memory:')).connect();
    await other.run(`COPY (SELECT 1 AS open_time) TO '${moved}' (FORMAT parquet)`);
    other.closeSync();
    expect((await failureOf(store.read({ symbol: 'ETHUSDT', interval: '1h' }))).code).toBe(
      'store-file-foreign',
    );
  });

  it('is whole at every time, whenever its writer is killed', async () => {
    const folder = newFolder();
    const script = resolve(__dirname, '../../../test/write-and-die.ts');
    let bars = 0;
    for (const writes of [1, 2]) {
      const { signal } = spawnSync(
        process.execPath,
        ['--conditions=@org/source', script, folder, String(bars), String(writes)],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      );
      expect(signal).toBe('SIGKILL');
      expect(readdirSync(join(folder, 'BTCUSDT', '1m'))).toContain('.2024-01.parquet.partial');
      const store = await openStore(folder);
      const { series, covered } = await store.read({ symbol: 'BTCUSDT', interval: '1m' });
      bars = series.openTime.length;
      expect(bars).toBeGreaterThan(0);
      expect(bytesOf(series)).toBe(bytesOf(sampleSeries('BTCUSDT', '1m', range(bars))));
      expect(covered).toEqual([span(0, bars, MINUTE)]);
    }
  }, 30_000);

  it('is left alone where nothing new is added', async () => {
    const store = await openStore();
    await store.add(hours(0, 30), span(0, 30));
    const path = join(store.folder, 'BTCUSDT', '1h', '2024.parquet');
    const { ino } = statSync(path);
    await store.add(hours(3, 9), span(3, 9));
    expect(statSync(path).ino).toBe(ino);
  });
});

(hasSharedData ? describe : describe.skip)('recorded bars', () => {
  it('come back as the reader of CSV gives them', async () => {
    const store = await openStore();
    for (const name of ['BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz', 'BTCUSDT-1m-2024-12.csv.gz']) {
      const [recorded] = readCandleFiles([klines(name)]);
      if (recorded === undefined) throw new Error('no bars');
      const { symbol, interval, openTime } = recorded.series;
      const toMs = openTime.at(-1)! + INTERVAL_MS[interval];
      await store.add(recorded.series, { fromMs: openTime[0]!, toMs });
      const { series } = await store.read({ symbol, interval });
      expect(bytesOf(series)).toEqual(bytesOf(recorded.series));
    }
  });
});
