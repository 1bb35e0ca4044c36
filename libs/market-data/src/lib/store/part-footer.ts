import type { Interval } from '@org/domain';
import { InputError, isInterval } from '@org/domain';
import { z } from 'zod';
import type { FeedName } from '../cursors/candle-cursor.ts';
import type { Duckdb } from './duckdb.ts';
import { quoted } from './duckdb.ts';
import { damaged } from './store-errors.ts';
import type { TimeSpan } from './time-spans.ts';
import { joinSpans } from './time-spans.ts';

/** What a file says of itself, in the key-value metadata of its footer. */
export interface PartFooter extends FeedName {
  readonly bars: number;
  /** The time in which every bar that the market has is here. */
  readonly covered: readonly TimeSpan[];
}

const keys = z.object({
  symbol: z.string(),
  interval: z.string().refine((text): text is Interval => isInterval(text)),
  bars: z.coerce.number().int().min(0),
  covered: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.tuple([z.number(), z.number()]))),
});

const textRows = z.array(z.tuple([z.string(), z.string(), z.string()]));

/** The footer as DuckDB's `KV_METADATA` takes it. */
export function footerSql({ symbol, interval, bars, covered }: PartFooter): string {
  const spans = JSON.stringify(covered.map(({ fromMs, toMs }) => [fromMs, toMs]));
  const pairs = Object.entries({ symbol, interval, bars: String(bars), covered: spans });
  return `{${pairs.map(([key, value]) => `${key}: ${quoted(value)}`).join(', ')}}`;
}

/**
 * Reads the footers of files, in their order.
 *
 * @throws InputError `store-file-damaged` for what is no Parquet file, `store-file-foreign` for one that this store has
 * not written.
 */
export async function readFooters(
  duckdb: Duckdb,
  paths: readonly string[],
  feed: FeedName,
): Promise<readonly PartFooter[]> {
  if (paths.length === 0) return [];
  const texts = await footerTexts(duckdb, paths);
  return paths.map((path) => {
    const footer = parsed(texts.get(path) ?? {});
    if (footer !== null && footer.symbol === feed.symbol && footer.interval === feed.interval) return footer;
    throw foreign(path, footer, feed);
  });
}

async function footerTexts(
  duckdb: Duckdb,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const list = paths.map(quoted).join(', ');
  const sql = `SELECT file_name, decode(key), decode(value) FROM parquet_kv_metadata([${list}])`;
  const texts = new Map<string, Record<string, string>>();
  for (const [file, key, value] of await rowsOf(duckdb, sql, paths)) {
    texts.set(file, { ...texts.get(file), [key]: value });
  }
  return texts;
}

async function rowsOf(duckdb: Duckdb, sql: string, paths: readonly string[]) {
  try {
    const read = await duckdb.connection.runAndReadAll(sql);
    return textRows.parse(read.getRowsJson());
  } catch (error) {
    throw await damaged(duckdb, paths, error);
  }
}

function parsed(texts: Readonly<Record<string, string>>): PartFooter | null {
  try {
    const { covered, ...facts } = keys.parse(texts);
    return { ...facts, covered: joinSpans(covered.map(([fromMs, toMs]) => ({ fromMs, toMs }))) };
  } catch {
    return null;
  }
}

function foreign(path: string, footer: PartFooter | null, { symbol, interval }: FeedName): InputError {
  return new InputError('store-file-foreign', {
    what: 'the file is none of this store',
    place: { file: path },
    found: footer === null ? 'a footer that says nothing of bars' : `${footer.symbol} ${footer.interval}`,
    allowed: `bars of ${symbol} ${interval}, as backtest download writes them`,
    hint: 'Take the file out of the store.',
  });
}
