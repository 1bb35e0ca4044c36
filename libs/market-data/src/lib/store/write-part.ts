import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CandleSeries } from '@org/domain';
import { makeFolder } from '@org/files';
import type { Duckdb } from './duckdb.ts';
import { quoted } from './duckdb.ts';
import { footerSql } from './part-footer.ts';
import { notWritable } from './store-errors.ts';
import type { TimeSpan } from './time-spans.ts';

/** How many rows a chunk of DuckDB takes. */
const CHUNK = 2048;
const TABLE = 'bars';
const COLUMN_SQL = 'open_time TIMESTAMP, open DOUBLE, high DOUBLE, low DOUBLE, close DOUBLE, volume DOUBLE';
/** Times are written as milliseconds; the codec is the quickest to read that other readers know. */
const ROWS_SQL = `SELECT open_time::TIMESTAMP_MS AS open_time, open, high, low, close, volume FROM ${TABLE}`;

/**
 * Writes a file whole or not at all: it is written beside its place, brought to the disk, and then takes its name at
 * once. Whoever reads meanwhile has the old one.
 *
 * @throws InputError `store-not-writable` where the folder cannot be made or written to.
 */
export async function writePart(
  duckdb: Duckdb,
  path: string,
  series: CandleSeries,
  covered: readonly TimeSpan[],
): Promise<void> {
  const passing = join(dirname(path), `.${basename(path)}.partial`);
  // What a writer that was killed has left there is written over.
  const { symbol, interval, openTime } = series;
  const footer = footerSql({ symbol, interval, bars: openTime.length, covered });
  try {
    makeFolder(dirname(path));
    await fillTable(duckdb, series);
    const options = `FORMAT parquet, COMPRESSION lz4_raw, USE_TMP_FILE false, KV_METADATA ${footer}`;
    await duckdb.connection.run(`COPY (${ROWS_SQL}) TO ${quoted(passing)} (${options})`);
    bringToDisk(passing);
    renameSync(passing, path);
    bringToDisk(dirname(path));
  } catch (error) {
    throw notWritable(path, error);
  }
}

async function fillTable(duckdb: Duckdb, series: CandleSeries): Promise<void> {
  await duckdb.connection.run(`CREATE OR REPLACE TEMP TABLE ${TABLE} (${COLUMN_SQL})`);
  const appender = await duckdb.connection.createAppender(TABLE);
  const { openTime, open, high, low, close, volume } = series;
  for (let from = 0; from < openTime.length; from += CHUNK) {
    const rows = (column: Float64Array) => Float64Array.from(column.subarray(from, from + CHUNK));
    const times = BigInt64Array.from(rows(openTime), (ms) => BigInt(ms) * 1000n);
    appender.appendDataChunk(duckdb.chunkOf(times, [open, high, low, close, volume].map(rows)));
  }
  appender.closeSync();
}

function bringToDisk(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
