import type { ShownLevel } from '@org/simulator';
import type { DepthSpeed, PartialDepth } from '../stream-name.ts';
import { levelTexts } from './depth-feed.ts';
import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/** `<symbol>@depth5`, `@depth10`, `@depth20`: the best levels as they stand, every second or every 100 ms. */
export function partialDepthFeed(
  { symbol, world, record, publish }: SymbolFeedOptions,
  levels: PartialDepth,
  speedMs: DepthSpeed,
): Feed {
  const due = new Every(speedMs, world.marketTime.now());
  let toldId = -1;
  const rows = (side: readonly ShownLevel[]) =>
    levelTexts(
      side.map(({ price, quantity }) => [price, quantity]),
      record.grid,
    );
  return feedOf({
    advance: (now) => {
      if (!due.isDue(now)) return;
      const book = world.exchange.book(symbol, levels);
      if (book === undefined || book.updateId === toldId) return;
      toldId = book.updateId;
      publish(() => ({ lastUpdateId: book.updateId, bids: rows(book.bids), asks: rows(book.asks) }));
    },
  });
}
