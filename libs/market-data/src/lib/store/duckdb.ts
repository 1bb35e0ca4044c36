import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { OnestepError } from '@org/domain';

/** A DuckDB in memory, which reads and writes Parquet files. */
export class Duckdb {
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  readonly #library: Library;

  private constructor(library: Library, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#library = library;
    this.#instance = instance;
    this.connection = connection;
  }

  /**
   * Opens one. The library, 70 MB of native code, is an optional peer and loaded here first.
   *
   * @throws OnestepError `duckdb-missing` where it is not installed.
   */
  static async open(): Promise<Duckdb> {
    const library = await loadLibrary();
    const instance = await library.api.DuckDBInstance.create(':memory:', {
      // Parquet is built in; nothing is to be fetched.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    return new Duckdb(library, instance, await instance.connect());
  }

  /** The values of a column of eight bytes each, as a view that lives no longer than its chunk. */
  view(chunk: DuckDBDataChunk, column: number): Uint8Array {
    const { bindings } = this.#library;
    return bindings.vector_get_data(bindings.data_chunk_get_vector(chunk.chunk, column), chunk.rowCount * 8);
  }

  /** A chunk of rows: a column of microseconds, and columns of doubles. */
  chunkOf(times: BigInt64Array<ArrayBuffer>, columns: readonly Float64Array<ArrayBuffer>[]): DuckDBDataChunk {
    const { api, bindings } = this.#library;
    const types = [api.TIMESTAMP, ...columns.map(() => api.DOUBLE)];
    const chunk = api.DuckDBDataChunk.create(types, times.length);
    [times, ...columns].forEach((values, column) => {
      const vector = bindings.data_chunk_get_vector(chunk.chunk, column);
      bindings.copy_data_to_vector(vector, 0, values.buffer, values.byteOffset, values.byteLength);
    });
    return chunk;
  }

  /** Whether a chunk's column can be read as microseconds, or as doubles. */
  isOfType(chunk: DuckDBDataChunk, column: number, type: 'TIMESTAMP' | 'DOUBLE'): boolean {
    return chunk.getColumnVector(column).type === this.#library.api[type];
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

type Library = Awaited<ReturnType<typeof importLibrary>>;

async function importLibrary() {
  const [api, { default: bindings }] = await Promise.all([
    import('@duckdb/node-api'),
    import('@duckdb/node-bindings'),
  ]);
  return { api, bindings };
}

async function loadLibrary(): Promise<Library> {
  try {
    return await importLibrary();
  } catch (error) {
    throw new OnestepError(
      'duckdb-missing',
      {
        what: 'the candle store needs DuckDB',
        found: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
        allowed: '@duckdb/node-api 1.5.6-r.1, an optional peer of @org/market-data',
        hint: 'npm install @duckdb/node-api@1.5.6-r.1',
      },
      { cause: error },
    );
  }
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
