import type { Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';

/** Whose bars these are, and how long each is. */
interface Feed {
  readonly symbol: string;
  readonly interval: Interval;
}

/** The order of feeds: by symbol, then interval from short to long. Symbols by their code units, on every machine alike. */
export function compareFeeds(a: Feed, b: Feed): number {
  if (a.symbol !== b.symbol) return a.symbol < b.symbol ? -1 : 1;
  return INTERVAL_MS[a.interval] - INTERVAL_MS[b.interval];
}
