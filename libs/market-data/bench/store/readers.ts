import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS, plainDecimal } from '@org/domain';
import { CandleStore, readCandleFiles, seriesOf } from '../../src/index.ts';

/** A way from files to columns. */
export interface Reader {
  readonly name: string;
  readonly read: () => Promise<CandleSeries>;
  readonly close: () => Promise<void>;
}

const NAMES = ['openTime', 'open', 'high', 'low', 'close', 'volume'] as const;

/** The store first, then what one would do without it. The files are written here. */
export async function openReaders(folder: string, series: CandleSeries): Promise<readonly Reader[]> {
  const { symbol, interval, openTime } = series;
  const store = await CandleStore.open(join(folder, 'store'));
  const toMs = (openTime.at(-1) ?? 0) + INTERVAL_MS[interval];
  await store.add(series, { fromMs: openTime[0] ?? 0, toMs });
  const parquet = join(folder, 'store', symbol, interval, '*.parquet');
  return [
    {
      name: 'store: Parquet into columns',
      read: async () => (await store.read({ symbol, interval })).series,
      close: () => store.close(),
    },
    csvReader(folder, series),
    await rowReader(parquet, series),
  ];
}

function csvReader(folder: string, series: CandleSeries): Reader {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'BTCUSDT-1m.csv');
  const lines = Array.from(series.openTime, (_, bar) =>
    NAMES.map((name) => plainDecimal(series[name][bar]!)).join(','),
  );
  writeFileSync(path, `open_time,open,high,low,close,volume\n${lines.join('\n')}\n`);
  return {
    name: 'readCandleFiles: plain CSV, examined',
    read: () => {
      const [read] = readCandleFiles([path]);
      if (read === undefined) throw new Error('no bars');
      return Promise.resolve(read.series);
    },
    close: () => Promise.resolve(),
  };
}

/** DuckDB as its documentation shows it first: rows of values. */
async function rowReader(parquet: string, { symbol, interval }: CandleSeries): Promise<Reader> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const sql = `SELECT epoch_ms(open_time)::DOUBLE, open, high, low, close, volume FROM '${parquet}' ORDER BY ALL`;
  return {
    name: 'DuckDB: rows of values',
    read: async () => {
      const rows = (await connection.runAndReadAll(sql)).getRows();
      const candles = rows.map((row) => {
        const [openTime = 0, open = 0, high = 0, low = 0, close = 0, volume = 0] = row.map(Number);
        return { openTime, open, high, low, close, volume };
      });
      return seriesOf(symbol, interval, candles);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}
