import { InputError } from '@org/domain';
import type { Duckdb } from './duckdb.ts';
import { quoted } from './duckdb.ts';

/** DuckDB cannot read some files: finds out which it is, for its messages do not always say. */
export async function damaged(duckdb: Duckdb, paths: readonly string[], error: unknown): Promise<InputError> {
  for (const path of paths) {
    try {
      await duckdb.connection.run(`SELECT count(*) FROM parquet_kv_metadata(${quoted(path)})`);
      await duckdb.connection.run(`SELECT max(COLUMNS(*)) FROM read_parquet(${quoted(path)})`);
    } catch (cause) {
      return damagedFile(path, firstLine(cause), cause);
    }
  }
  return damagedFile(paths.join(', '), firstLine(error), error);
}

/** One file does not hold what it should. */
export function damagedFile(path: string, found: string, cause?: unknown): InputError {
  return new InputError(
    'store-file-damaged',
    {
      what: 'the Parquet file cannot be read',
      place: { file: path },
      found,
      allowed: 'a file as backtest download wrote it',
      hint: 'Delete it and download its bars again: the store knows that they are missing then.',
    },
    { cause },
  );
}

/** What the disk or the system does not let be written. */
export function notWritable(file: string, cause: unknown): InputError {
  return new InputError(
    'store-not-writable',
    {
      what: 'the store cannot be written here',
      place: { file },
      found: firstLine(cause),
      allowed: 'a folder that can be written to, or one that does not exist yet, on a disk with room',
    },
    { cause },
  );
}

/** The words of DuckDB without its excerpt of the query. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
