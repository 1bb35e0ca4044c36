import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Interval } from '@org/domain';
import { INTERVAL_MS, InputError, isInterval } from '@org/domain';
import type { FeedName } from '../cursors/candle-cursor.ts';
import type { TimeSpan } from './time-spans.ts';

/** One file of a market: `2024`, `2024-01` or `2024-01-31`, and the bars that open in that time. */
export interface StorePart extends TimeSpan {
  readonly name: string;
}

const ENDING = '.parquet';
const PART_NAME = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
/** A folder below the store: letters and digits of any script, for there are symbols in Chinese. */
const SYMBOL = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

type Period = 'year' | 'month' | 'day';

/** A file holds a year of hours or longer bars, a month of minutes, a day of seconds: at most 90,000 bars. */
function periodOf(interval: Interval): Period {
  if (INTERVAL_MS[interval] >= INTERVAL_MS['1h']) return 'year';
  return INTERVAL_MS[interval] >= INTERVAL_MS['1m'] ? 'month' : 'day';
}

/** The file in which the bar stands that opens at a time. */
export function partAt(timeMs: number, interval: Interval): StorePart {
  const time = new Date(timeMs);
  const year = time.getUTCFullYear();
  switch (periodOf(interval)) {
    case 'year':
      return part(year, null, null);
    case 'month':
      return part(year, time.getUTCMonth() + 1, null);
    case 'day':
      return part(year, time.getUTCMonth() + 1, time.getUTCDate());
  }
}

/** The files that a span reaches into, in order of time. */
export function partsOf({ fromMs, toMs }: TimeSpan, interval: Interval): readonly StorePart[] {
  const parts: StorePart[] = [];
  for (let timeMs = fromMs; timeMs < toMs;) {
    const next = partAt(timeMs, interval);
    parts.push(next);
    timeMs = next.toMs;
  }
  return parts;
}

/** Where a file stands: `<folder>/BTCUSDT/1h/2024.parquet`. */
export function partPath(folder: string, { symbol, interval }: FeedName, name: string): string {
  return join(folder, symbol, interval, `${name}${ENDING}`);
}

/** The files of a market that are there, in order of time. */
export function listParts(folder: string, { symbol, interval }: FeedName): readonly StorePart[] {
  return namesIn(join(folder, symbol, interval)).flatMap((file) => {
    const name = file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : '';
    const [, year, month, day] = PART_NAME.exec(name) ?? [];
    if (year === undefined) return [];
    const found = part(Number(year), numberOrNull(month), numberOrNull(day));
    return partAt(found.fromMs, interval).name === name ? [found] : [];
  });
}

/** The markets that are there, by symbol, then interval from short to long. */
export function listFeeds(folder: string): readonly FeedName[] {
  return namesIn(folder)
    .filter((symbol) => SYMBOL.test(symbol))
    .flatMap((symbol) =>
      namesIn(join(folder, symbol))
        .filter(isInterval)
        .toSorted((a, b) => INTERVAL_MS[a] - INTERVAL_MS[b])
        .map((interval) => ({ symbol, interval })),
    )
    .filter((feed) => listParts(folder, feed).length > 0);
}

/** @throws InputError `symbol-unstorable` for a symbol that cannot be the name of a folder */
export function checkSymbol(symbol: string): void {
  if (SYMBOL.test(symbol)) return;
  throw new InputError('symbol-unstorable', {
    what: 'no market can have that name',
    found: symbol,
    allowed: 'letters, digits, points and dashes',
  });
}

function part(year: number, month: number | null, day: number | null): StorePart {
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  if (month === null) {
    return { name: digits(year, 4), fromMs: Date.UTC(year, 0), toMs: Date.UTC(year + 1, 0) };
  }
  const named = `${digits(year, 4)}-${digits(month, 2)}`;
  if (day === null) {
    return { name: named, fromMs: Date.UTC(year, month - 1), toMs: Date.UTC(year, month) };
  }
  return {
    name: `${named}-${digits(day, 2)}`,
    fromMs: Date.UTC(year, month - 1, day),
    toMs: Date.UTC(year, month - 1, day + 1),
  };
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** Nothing where there is no such folder. */
function namesIn(folder: string): readonly string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? readdirSync(folder).sort() : [];
}
