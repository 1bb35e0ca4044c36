import { basename } from 'node:path';
import type { Interval } from '@org/domain';
import { INTERVAL_MS, InputError, isInterval } from '@org/domain';
import type { FeedName } from '../cursors/candle-cursor.ts';

const SYMBOL_AND_INTERVAL = /^([A-Z0-9]+)-(\d+[a-z]+)(?=[-_.]|$)/;

/**
 * What a file's name says of its bars, as in `BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz` or `BTCUSDT-1m-2024-12.zip`;
 * undefined where it does not begin with a symbol and an interval.
 */
export function parseCandleFileName(path: string): FeedName | undefined {
  const [, symbol, interval] = SYMBOL_AND_INTERVAL.exec(basename(path)) ?? [];
  if (symbol === undefined || interval === undefined || !isInterval(interval)) return undefined;
  return { symbol, interval };
}

/**
 * Which bars a file holds, by its name or else by what the reader was told.
 *
 * @throws InputError `feed-unknown` when neither says it, `feed-contradicted` when they say different things.
 */
export function feedOfFile(
  path: string,
  told: { readonly symbol?: string; readonly interval?: Interval },
): FeedName {
  const named = parseCandleFileName(path);
  const symbol = agreed(path, '--symbol', named?.symbol, told.symbol);
  const interval = agreed(path, '--interval', named?.interval, told.interval);
  if (symbol !== undefined && interval !== undefined) return { symbol, interval };
  throw new InputError('feed-unknown', {
    what: `neither the file's name nor a flag says which ${symbol === undefined ? 'symbol' : 'interval'} this is`,
    place: { file: path },
    found: basename(path),
    allowed: `a name such as BTCUSDT-1h-2024.csv, with one of ${Object.keys(INTERVAL_MS).join(', ')}`,
    hint: 'Rename the file, or give --symbol and --interval.',
  });
}

function agreed<T extends string>(path: string, flag: string, named?: T, told?: T): T | undefined {
  if (named === undefined || told === undefined || named === told) return named ?? told;
  throw new InputError('feed-contradicted', {
    what: `the file's name contradicts ${flag}`,
    place: { file: path },
    found: named,
    allowed: told,
    hint: `Leave ${flag} out, or name another file.`,
  });
}
