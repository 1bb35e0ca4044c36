import type { OpenBookKeeping } from '@org/domain';
import type { LocalBookOptions } from './local-book.ts';
import { LocalBook } from './local-book.ts';
import type { SnapshotDeskOptions } from './snapshot-desk.ts';
import { SnapshotDesk } from './snapshot-desk.ts';

export interface LocalBooksOptions extends Omit<SnapshotDeskOptions, 'source'> {
  readonly book?: LocalBookOptions;
}

/**
 * Keeps the books of many markets here, with one desk for their snapshots.
 *
 * @example
 * const market = connectMarketData({ binance, url, clock, rng, books: localBooks({ clock, rng }) });
 * market.book$('BTCUSDT').subscribe(console.log);
 */
export function localBooks({ book, ...options }: LocalBooksOptions): OpenBookKeeping {
  return (source) => {
    const desk = new SnapshotDesk({ ...options, source });
    return {
      open: () => new LocalBook(book),
      heal: (symbol, healing) => desk.ask(symbol, healing),
      close: () => desk.close(),
    };
  };
}
