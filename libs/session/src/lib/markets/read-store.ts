import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Interval, SpotInstrument } from '@org/domain';
import { InputError } from '@org/domain';
import type { FeedName, FileFacts, StoredFile } from '@org/market-data';
import { CandleStore, readInstruments, reportOn } from '@org/market-data';
import type { TradedSpan } from '../time/parse-span.ts';
import { chooseFeeds } from './choose-feeds.ts';
import { instrumentsFor } from './instruments-for.ts';
import type { RecordedMarket } from './read-markets.ts';
import { heldSpan } from './held-span.ts';

/** The rules of a store's markets, beside their bars. */
export const STORE_INSTRUMENTS = 'instruments.json';

/** Which bars of a store a person wants; its bounds are those of what is traded. */
export interface StoreRequest extends TradedSpan {
  /** The folder, relative to `cwd`. */
  readonly store: string;
  /** All markets of the interval where none is named. */
  readonly symbols: readonly string[];
  /** Further markets that are wanted although some are named, such as the one that prices fees. */
  readonly isWantedToo?: (symbol: string) => boolean;
  /** The bars to decide on; null where the store has only one. */
  readonly interval: Interval | null;
  /** Rules that go before those of the store. */
  readonly instruments?: string;
  readonly cwd: string;
}

/** Whether a path means a store: it is a folder, or nothing that is there and named as no file of bars is. */
export function meansStore(path: string, cwd: string): boolean {
  const found = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  return found?.isDirectory() ?? /^[^.*?{[]+$/.test(basename(path));
}

/**
 * Reads bars of a store and the rules of their markets, in the order of symbols: those of the span, and for the warm-up
 * those before it, as far back as the store has them without a hole.
 *
 * @throws InputError `store-empty`, `store-symbol`, `store-interval`, `store-span` for what is not there, with what is;
 * those of `CandleStore.read`; `instrument-unknown`.
 */
export async function readStore(request: StoreRequest): Promise<readonly RecordedMarket[]> {
  const folder = resolve(request.cwd, request.store);
  const store = await CandleStore.open(folder);
  try {
    const feeds = chooseFeeds(store.feeds(), { ...request, folder });
    const instruments = instrumentsFor(
      feeds.map(({ symbol }) => symbol),
      rulesOf(folder, request),
    );
    const markets: RecordedMarket[] = [];
    for (const [index, feed] of feeds.entries()) {
      const instrument = instruments[index];
      if (instrument !== undefined) markets.push(await readMarket(store, feed, request, instrument));
    }
    return markets;
  } finally {
    await store.close();
  }
}

async function readMarket(
  store: CandleStore,
  feed: FeedName,
  request: StoreRequest,
  instrument: SpotInstrument,
): Promise<RecordedMarket> {
  const span = heldSpan(await store.covered(feed), { ...request, ...feed });
  const { series, files } = await store.read(feed, span);
  if (series.openTime.length === 0) {
    throw new InputError('store-span', {
      what: `the market ${feed.symbol} had no bars of ${feed.interval} then`,
      place: { file: join(store.folder, feed.symbol, feed.interval) },
      found: `none from ${new Date(span.fromMs).toISOString()} to ${new Date(span.toMs).toISOString()}`,
      allowed: 'a time in which the market was there',
    });
  }
  return { series, report: reportOn(series, factsOf(store.folder, files)), instrument };
}

function rulesOf(folder: string, { instruments, cwd }: StoreRequest): ReadonlyMap<string, SpotInstrument> {
  const own = join(folder, STORE_INSTRUMENTS);
  const isThere = statSync(own, { throwIfNoEntry: false }) !== undefined;
  return new Map([
    ...(isThere ? readInstruments(own) : []),
    ...(instruments === undefined ? [] : readInstruments(resolve(cwd, instruments))),
  ]);
}

/** Named from the store on: `BTCUSDT/1h/2024.parquet`. */
function factsOf(folder: string, files: readonly StoredFile[]): readonly FileFacts[] {
  return files.map(({ path, bars }) => ({
    name: relative(folder, path).split(sep).join('/'),
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    bars,
  }));
}
