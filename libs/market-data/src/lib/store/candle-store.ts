import type { CandleSeries } from '@org/domain';
import { InputError, OnestepError } from '@org/domain';
import type { FeedName } from '../cursors/candle-cursor.ts';
import { firstIndexAt, sliceSeries } from '../series/candle-columns.ts';
import { findUnsoundBar } from './check-bars.ts';
import { Duckdb } from './duckdb.ts';
import type { KnownBars } from './merge-bars.ts';
import { mergeBars } from './merge-bars.ts';
import type { StoredFile } from './part-columns.ts';
import { readColumns } from './part-columns.ts';
import { readFooters } from './part-footer.ts';
import type { StorePart } from './store-layout.ts';
import { checkSymbol, listFeeds, listParts, partPath, partsOf } from './store-layout.ts';
import type { TimeSpan } from './time-spans.ts';
import { joinSpans, spansBeside, spansWithin } from './time-spans.ts';
import { writePart } from './write-part.ts';

/** What a store holds of a market in a span. */
export interface StoredBars {
  /** The bars that open within, ascending. */
  readonly series: CandleSeries;
  /** The time within in which every bar that the market has is there; outside of it nothing is known. */
  readonly covered: readonly TimeSpan[];
  /** The files that were read, and how many bars each has in all. */
  readonly files: readonly StoredFile[];
}

/** All of time. */
const ALWAYS: TimeSpan = { fromMs: -Infinity, toMs: Infinity };

/**
 * Candles in a folder of Parquet files, `<folder>/BTCUSDT/1h/2024.parquet`, which other programs can read as they are.
 * Each file says in its footer which time it covers, so that a bar that the market does not have can be told from one
 * that nobody has asked for.
 *
 * It needs DuckDB, an optional peer of this package. One process may write at a time
 * (`lockStore`), any number may read meanwhile.
 */
export class CandleStore {
  readonly folder: string;
  readonly #duckdb: Duckdb;
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(folder: string, duckdb: Duckdb) {
    this.folder = folder;
    this.#duckdb = duckdb;
  }

  /**
   * Opens the store in a folder, which need not exist yet.
   *
   * @throws OnestepError `duckdb-missing` where DuckDB is not installed.
   */
  static async open(folder: string): Promise<CandleStore> {
    return new CandleStore(folder, await Duckdb.open());
  }

  /** The markets and intervals that are there, by symbol, then from short to long. */
  feeds(): readonly FeedName[] {
    return listFeeds(this.folder);
  }

  /**
   * The time that is covered of a market, in as few spans as there can be.
   *
   * @throws InputError as `read` does
   */
  async covered(feed: FeedName): Promise<readonly TimeSpan[]> {
    const footers = await this.#inTurn(() => this.#footers(feed, listParts(this.folder, feed)));
    return joinSpans(footers.flatMap(({ covered }) => covered));
  }

  /**
   * Reads the bars of a market that open within a span: all by default.
   *
   * @throws InputError `store-file-damaged`, `store-file-foreign` with the file.
   */
  read(feed: FeedName, span: TimeSpan = ALWAYS): Promise<StoredBars> {
    return this.#inTurn(async () => {
      const parts = listParts(this.folder, feed).filter(
        ({ fromMs, toMs }) => fromMs < span.toMs && toMs > span.fromMs,
      );
      const footers = await this.#footers(feed, parts);
      const files = footers.map(({ path, bars }) => ({ path, bars }));
      const series = await readColumns(this.#duckdb, files, feed);
      const covered = spansWithin(joinSpans(footers.flatMap((footer) => footer.covered)), span);
      const end = firstIndexAt(series, span.toMs);
      return { series: sliceSeries(series, firstIndexAt(series, span.fromMs), end), covered, files };
    });
  }

  /**
   * Adds bars that are all that there are within a span; none is a statement too. What the store knows already must be
   * the same.
   *
   * @throws InputError `overlap-disagrees` with file and bar, `bars-unsound` for bars that no market can have or that
   * open outside of the span, `symbol-unstorable`, `store-not-writable`, and those of `read`.
   */
  add(series: CandleSeries, span: TimeSpan): Promise<void> {
    return this.#inTurn(async () => {
      checkSymbol(series.symbol);
      checkBars(series, span);
      for (const part of partsOf(span, series.interval)) await this.#addToPart(part, series, span);
    });
  }

  /** Ends what is under way and lets go of DuckDB. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#turn;
    this.#duckdb.close();
  }

  async #addToPart(part: StorePart, series: CandleSeries, span: TimeSpan): Promise<void> {
    const covered = spansWithin([span], part);
    const from = firstIndexAt(series, part.fromMs);
    const added: KnownBars = { series: sliceSeries(series, from, firstIndexAt(series, part.toMs)), covered };
    const path = partPath(this.folder, series, part.name);
    const stored = await this.#stored(series, part);
    if (stored === null) {
      await writePart(this.#duckdb, path, added.series, covered);
      return;
    }
    const merged = mergeBars(path, stored, added);
    if (covered.every((within) => spansBeside(stored.covered, within).length === 0)) return;
    await writePart(this.#duckdb, path, merged, joinSpans([...stored.covered, ...covered]));
  }

  async #stored(feed: FeedName, { name }: StorePart): Promise<KnownBars | null> {
    const parts = listParts(this.folder, feed).filter((part) => part.name === name);
    const [footer] = await this.#footers(feed, parts);
    if (footer === undefined) return null;
    return { series: await readColumns(this.#duckdb, [footer], feed), covered: footer.covered };
  }

  async #footers(feed: FeedName, parts: readonly StorePart[]) {
    const paths = parts.map(({ name }) => partPath(this.folder, feed, name));
    const footers = await readFooters(this.#duckdb, paths, feed);
    return footers.map((footer, index) => ({ ...footer, path: paths[index]! }));
  }

  /** One thing at a time: they share a connection. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isClosed) {
      return Promise.reject(
        new OnestepError('store-closed', { what: 'the store is closed', found: this.folder }),
      );
    }
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function checkBars(series: CandleSeries, { fromMs, toMs }: TimeSpan): void {
  const { symbol, interval, openTime } = series;
  const unsound = findUnsoundBar(series);
  const outside = openTime.find((time) => time < fromMs || time >= toMs);
  if (unsound === null && outside === undefined) return;
  const what = `bars of ${symbol} ${interval} cannot be stored`;
  const found =
    unsound === null
      ? `a bar of ${new Date(outside ?? 0).toISOString()}, outside of the span`
      : `${unsound.what}: ${unsound.found}`;
  throw new InputError('bars-unsound', { what, found, allowed: 'bars of a market, ascending' });
}
