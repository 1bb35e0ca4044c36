import type { DepthSpeed, PartialDepth } from '../stream-name.ts';
import { levelTexts } from './depth-feed.ts';
import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';

/** `<symbol>@depth5`, `@depth10`, `@depth20`: the best levels as they stand, every second or every 100 ms. */
export function partialDepthFeed(
  { symbol, world, record, publish }: SymbolFeedOptions,
  levels: PartialDepth,
  speedMs: DepthSpeed,
): Feed {
  const due = new Every(speedMs, world.marketTime.now());
  let toldId = -1;
  return {
    event: () => undefined,
    advance: (now) => {
      if (!due.isDue(now)) return;
      const book = world.exchange.book(symbol, levels);
      if (book === undefined || book.updateId === toldId) return;
      toldId = book.updateId;
      const pairs = (side: typeof book.bids) =>
        levelTexts(
          side.map(({ price, quantity }) => [price, quantity]),
          record.grid,
        );
      publish(() => ({ lastUpdateId: book.updateId, bids: pairs(book.bids), asks: pairs(book.asks) }));
    },
  };
}
