import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CandleSeries } from '@org/domain';
import { CandleStore, readCandleFiles, sliceSeries } from '@org/market-data';
import { barFile, barLines, HOUR, START } from '../../test/bar-files.ts';
import { runCaptured } from '../../test/run-captured.ts';
import { ScratchFolder } from '../../test/scratch-folder.ts';
import { readResult } from '../../test/written-result.ts';

const folder = new ScratchFolder();
afterAll(() => folder.remove());
afterEach(() => folder.clear());

const BARS = 480;
const DAY = 24;
const LEVELS = { BTCUSDT: 40_000, ETHUSDT: 2000 } as const;
type Symbol = keyof typeof LEVELS;

const fileOf = (symbol: Symbol) => `${symbol}-1h.csv`;

/** Writes the file of a market, and gives its bars as the reader has them. */
function written(symbol: Symbol): CandleSeries {
  folder.write(fileOf(symbol), barFile(barLines({ bars: BARS, level: LEVELS[symbol] }).toSpliced(30, 2)));
  const [read] = readCandleFiles([join(folder.path, fileOf(symbol))]);
  if (read === undefined) throw new Error('no bars');
  return read.series;
}

/** Puts what opens between two hours into the store. */
async function store(symbol: Symbol, fromHour = 0, toHour = BARS): Promise<void> {
  const span = { fromMs: START + fromHour * HOUR, toMs: START + toHour * HOUR };
  const bars = written(symbol);
  const inside = (time: number) => time >= span.fromMs && time < span.toMs;
  const first = bars.openTime.findIndex(inside);
  const last = bars.openTime.findLastIndex(inside);
  const opened = await CandleStore.open(join(folder.path, 'data'));
  await opened.add(sliceSeries(bars, first, last + 1), span);
  await opened.close();
}

describe('a run over a store', () => {
  const statisticsOf = (name: string) => readResult(folder.read(`${name}/result.json`));
  const run = (...args: readonly string[]) => runCaptured(['run', ...args], folder.path);
  it('gives what a run over files of the same bars gives, byte for byte, and names the files of the store', async () => {
    await store('BTCUSDT');
    await store('ETHUSDT');
    const wanted = ['--from', '2024-01-03', '--to', '2024-01-20'];
    for (const [store, files] of [
      [
        ['--data', 'data', '--symbol', 'BTCUSDT', '--interval', '1h'],
        ['--data', 'BTCUSDT-1h.csv'],
      ],
      [
        ['--data', 'data'],
        ['--data', '*-1h.csv'],
      ],
      [
        ['--data', 'data', '--symbol', 'ETHUSDT,BTCUSDT'],
        ['--data', '*-1h.csv', '--symbol', 'ETHUSDT,BTCUSDT'],
      ],
    ] as const) {
      expect(await run(...store, ...wanted, '--out', 's')).toMatchObject({ code: 0, err: '' });
      expect(await run(...files, ...wanted, '--out', 'f')).toMatchObject({ code: 0, err: '' });
      const [ofStore, ofFiles] = [statisticsOf('s'), statisticsOf('f')];
      for (const key of ['statistics', 'trades', 'fills', 'equity', 'instrument', 'assumptions'] as const) {
        expect(JSON.stringify(ofStore[key])).toBe(JSON.stringify(ofFiles[key]));
      }
      expect(ofStore.statistics.tradeCount).toBeGreaterThan(0);
      expect(ofStore.data.map(({ bars, gaps }) => [bars, gaps])).toEqual(
        ofFiles.data.map(({ bars, gaps }) => [bars, gaps]),
      );
      for (const { symbol, name, sha256 } of ofStore.data) {
        expect(name).toBe(`${symbol}/1h/2024.parquet`);
        expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      }
    }
  }, 60_000);

  it('builds a higher interval from what is there', async () => {
    await store('BTCUSDT');
    const { code } = await run(
      '--data',
      'data',
      '--interval',
      '4h',
      '--set',
      'fast=2',
      '--set',
      'slow=3',
      '--out',
      's',
    );
    expect(code).toBe(0);
    expect(statisticsOf('s').data).toMatchObject([{ interval: '1h', bars: BARS - 2 }]);
  });

  async function refusalOf(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await run('--out', 'report', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(existsSync(join(folder.path, 'report'))).toBe(false);
    return err;
  }

  it('is refused for what is not there, with what is and how to bring it', async () => {
    await store('BTCUSDT', 0, 5 * DAY);
    await store('ETHUSDT', 0, 5 * DAY);
    const refusals: readonly [readonly string[], readonly string[]][] = [
      [
        ['--symbol', 'BTCUSD'],
        ['no bars of BTCUSD', 'found BTCUSDT, ETHUSDT', 'Did you mean BTCUSDT?', 'download --symbols BTCUSD'],
      ],
      [
        ['--interval', '5m'],
        ['no bars of 5m', 'BTCUSDT 1h', 'download --symbols BTCUSDT,ETHUSDT --interval 5m'],
      ],
      [
        ['--symbol', 'BTCUSDT', '--to', '2024-02-01'],
        [
          'BTCUSDT 1h from 2024-01-06 to 2024-02-01',
          'found 2024-01-01 to 2024-01-06',
          '--store data --symbols BTCUSDT --interval 1h --from 2024-01-06 --to 2024-02-01',
        ],
      ],
      [['--from', '2024-01-02T06:00', '--to', '2024-01-02T08:00'], ['no bar of BTCUSDT 1h opens between']],
      [['--data', 'data/instruments.json'], ['one store, or from files']],
    ];
    for (const [args, parts] of refusals) {
      const refusal = await refusalOf('--data', 'data', ...args);
      for (const part of parts) expect(refusal).toContain(part);
    }
  });

  it('is refused where the store has several intervals and none is named, or a hole', async () => {
    await store('BTCUSDT', 0, DAY);
    await store('BTCUSDT', 3 * DAY, 5 * DAY);
    expect(await refusalOf('--data', 'data')).toContain(
      'does not hold BTCUSDT 1h from 2024-01-02 to 2024-01-04; found 2024-01-01 to 2024-01-02, 2024-01-04 to 2024-01-06',
    );
    expect((await run('--data', 'data', '--from', '2024-01-04', '--json')).code).toBe(0);
    const opened = await CandleStore.open(join(folder.path, 'data'));
    const none = { ...sliceSeries(written('BTCUSDT'), 0, 0), interval: '4h' } as const;
    await opened.add(none, { fromMs: START, toMs: START + DAY * HOUR });
    await opened.close();
    expect(await refusalOf('--data', 'data')).toContain(
      'several intervals; found 1h, 4h; allowed: one of them. Say which with --interval.',
    );
    expect(await refusalOf('--data', 'data', '--interval', '4h')).toContain(
      'the market BTCUSDT had no bars of 4h then; found none from 2024-01-01',
    );
  });

  it('is refused for a folder that is no store, or an empty one', async () => {
    folder.write('notes/todo.txt', 'buy low');
    expect(await refusalOf('--data', 'notes')).toContain(
      'no store of candles, or an empty one; found todo.txt',
    );
    expect(await refusalOf('--data', 'notes')).toContain('backtest download --store');
    // What the README names, before anything was downloaded.
    expect(await refusalOf('--data', 'gone')).toMatch(/found no such folder; .*backtest download --store/);
  });

  it('is refused for a damaged file, by its name', async () => {
    await store('BTCUSDT');
    const path = 'data/BTCUSDT/1h/2024.parquet';
    const whole = readFileSync(join(folder.path, path));
    folder.write(path, whole.subarray(0, whole.length - 50));
    const refusal = await refusalOf('--data', 'data');
    expect(refusal).toContain(`${join(folder.path, path)}: the Parquet file cannot be read`);
    expect(refusal).toContain('Delete it and download its bars again');
    expect(readdirSync(join(folder.path, 'data/BTCUSDT/1h'))).toEqual(['2024.parquet']);
  });
});
