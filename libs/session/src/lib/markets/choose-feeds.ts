import { readdirSync, statSync } from 'node:fs';
import type { Interval } from '@org/domain';
import { INTERVAL_MS, InputError, nearestWord } from '@org/domain';
import type { FeedName } from '@org/market-data';
import type { StoreRequest } from './read-store.ts';

/** What is wanted of a store. */
export interface FeedChoice extends Pick<StoreRequest, 'symbols' | 'interval' | 'isWantedToo'> {
  readonly folder: string;
}

/** So many names are shown of what is there. */
const SHOWN = 8;

/**
 * Chooses the bars to read, one interval a market. The interval that is asked for is read where it is there, else built
 * from the shortest one that it can be built from.
 *
 * @throws InputError `store-empty`, `store-symbol`, `store-interval`, with what is there and what to do.
 */
export function chooseFeeds(feeds: readonly FeedName[], choice: FeedChoice): readonly FeedName[] {
  if (feeds.length === 0) throw empty(choice.folder);
  const there = [...new Set(feeds.map(({ symbol }) => symbol))];
  for (const symbol of choice.symbols) if (!there.includes(symbol)) throw noSymbol(symbol, there, choice);
  const { symbols, isWantedToo } = choice;
  const wanted = there.filter(
    (symbol) => symbols.length === 0 || symbols.includes(symbol) || isWantedToo?.(symbol) === true,
  );
  const interval = choice.interval ?? onlyInterval(feeds, wanted, choice.folder);
  const chosen = wanted.flatMap((symbol) => {
    const held = feeds.filter((feed) => feed.symbol === symbol);
    const feed = held.find((one) => one.interval === interval) ?? held.find((one) => builds(one, interval));
    if (feed === undefined && symbols.includes(symbol)) throw noInterval(interval, held, choice.folder);
    return feed ?? [];
  });
  if (chosen.length === 0) throw noInterval(interval, feeds, choice.folder);
  return chosen;
}

/** Bars are listed from short to long, so that the first is the one to build from. */
function builds(feed: FeedName, interval: Interval): boolean {
  const length = INTERVAL_MS[interval];
  return INTERVAL_MS[feed.interval] < length && length % INTERVAL_MS[feed.interval] === 0;
}

function onlyInterval(feeds: readonly FeedName[], wanted: readonly string[], folder: string): Interval {
  const intervals = new Set(
    feeds.filter(({ symbol }) => wanted.includes(symbol)).map(({ interval }) => interval),
  );
  const [only, ...others] = intervals;
  if (only !== undefined && others.length === 0) return only;
  throw new InputError('store-interval', {
    what: 'the store holds bars of several intervals',
    place: { file: folder },
    found: [...intervals].join(', '),
    allowed: 'one of them',
    hint: 'Say which with --interval.',
  });
}

function empty(folder: string): InputError {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const names = isFolder ? readdirSync(folder) : [];
  const nothing = isFolder ? 'nothing in it' : 'no such folder';
  return new InputError('store-empty', {
    what: 'the folder is no store of candles, or an empty one',
    place: { file: folder },
    found: names.length === 0 ? nothing : listed(names),
    allowed: 'files such as BTCUSDT/1h/2024.parquet below it',
    hint: 'Fill it with backtest download --store, or name files: a path, or a glob such as bars/*.csv.',
  });
}

function noSymbol(symbol: string, there: readonly string[], { folder, interval }: FeedChoice): InputError {
  const near = nearestWord(symbol, there);
  const bars = interval === null ? '' : ` --interval ${interval}`;
  return new InputError('store-symbol', {
    what: `the store holds no bars of ${symbol}`,
    place: { file: folder },
    found: listed(there),
    allowed: 'a market that is there',
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Or backtest download --symbols ${symbol}${bars}.`,
  });
}

function noInterval(interval: Interval, held: readonly FeedName[], folder: string): InputError {
  const symbols = [...new Set(held.map(({ symbol }) => symbol))];
  return new InputError('store-interval', {
    what: `the store holds no bars of ${interval}, nor any that they can be built from`,
    place: { file: folder },
    found: listed(held.map((feed) => `${feed.symbol} ${feed.interval}`)),
    allowed: 'an interval that is there, or a multiple of it',
    hint: `Or backtest download --symbols ${symbols.slice(0, SHOWN).join(',')} --interval ${interval}.`,
  });
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
