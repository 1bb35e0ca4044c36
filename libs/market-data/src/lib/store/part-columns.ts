import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { CandleSeries } from '@org/domain';
import type { FeedName } from '../cursors/candle-cursor.ts';
import { blankSeries } from '../series/candle-columns.ts';
import { findUnsoundBar } from './check-bars.ts';
import type { Duckdb } from './duckdb.ts';
import { quoted } from './duckdb.ts';
import { damaged, damagedFile } from './store-errors.ts';

/** A file, and how many bars its footer says it has. */
export interface StoredFile {
  readonly path: string;
  readonly bars: number;
}

const COLUMNS = ['open_time', 'open', 'high', 'low', 'close', 'volume'] as const;
const WORD = 2 ** 32;
const MICROSECONDS = 1000;

/**
 * Reads files one behind the other into columns: DuckDB's vectors are copied as they are, without a value of their own
 * for each number.
 *
 * @throws InputError `store-file-damaged` for a file that cannot be read or whose bars cannot be.
 */
export async function readColumns(
  duckdb: Duckdb,
  files: readonly StoredFile[],
  feed: FeedName,
): Promise<CandleSeries> {
  const bars = files.reduce((sum, file) => sum + file.bars, 0);
  const series = blankSeries(feed, bars);
  const filled = files.filter((file) => file.bars > 0);
  if (filled.length === 0) return series;
  const paths = filled.map(({ path }) => path);
  const read = await copyRows(duckdb, paths, series).catch(async (error: unknown) => {
    throw await damaged(duckdb, paths, error);
  });
  const unsound = findUnsoundBar(series);
  if (read === bars && unsound === null) return series;
  const found = unsound === null ? `${read} bars in place of ${bars}` : `${unsound.what} ${unsound.found}`;
  throw damagedFile(paths.join(', '), found);
}

async function copyRows(duckdb: Duckdb, paths: readonly string[], series: CandleSeries): Promise<number> {
  const list = paths.map(quoted).join(', ');
  const sql = `SELECT ${COLUMNS.join(', ')} FROM read_parquet([${list}], hive_partitioning = false)`;
  const rows = await duckdb.connection.stream(sql);
  const { openTime, open, high, low, close, volume } = series;
  const prices = [open, high, low, close, volume];
  let at = 0;
  for (let chunk = await rows.fetchChunk(); chunk !== null; chunk = await rows.fetchChunk()) {
    const { rowCount } = chunk;
    if (rowCount === 0) break;
    if (at === 0) checkTypes(duckdb, chunk);
    if (at + rowCount > openTime.length) return at + rowCount;
    copyTimes(duckdb.view(chunk, 0), openTime, at);
    for (let column = 0; column < prices.length; column++) {
      const { buffer, byteOffset } = duckdb.view(chunk, column + 1);
      prices[column]!.set(new Float64Array(buffer, byteOffset, rowCount), at);
    }
    at += rowCount;
  }
  return at;
}

function checkTypes(duckdb: Duckdb, chunk: DuckDBDataChunk): void {
  COLUMNS.forEach((name, column) => {
    const type = column === 0 ? 'TIMESTAMP' : 'DOUBLE';
    if (!duckdb.isOfType(chunk, column, type)) throw new TypeError(`the column ${name} is no ${type}`);
  });
}

/** Microseconds in 64 bits, low word first, as milliseconds. */
function copyTimes({ buffer, byteOffset, byteLength }: Uint8Array, openTime: Float64Array, at: number): void {
  const words = new Int32Array(buffer, byteOffset, byteLength / 4);
  for (let row = 0, word = 0; word < words.length; row++, word += 2) {
    openTime[at + row] = (words[word + 1]! * WORD + (words[word]! >>> 0)) / MICROSECONDS;
  }
}
