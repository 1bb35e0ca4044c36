import type { Price, Quantity } from '@org/domain';
import type { SymbolGrid } from '@org/simulator';
import { BookChanges } from '../../records/markets/book-changes.ts';
import { priceText, quantityText } from '../../wire/decimal-text.ts';
import type { DepthSpeed } from '../stream-name.ts';
import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/** `<symbol>@depth` and `@depth@100ms`: what has changed in the book since the last message, with no change left out. */
export function depthFeed({ symbol, world, record, publish }: SymbolFeedOptions, speedMs: DepthSpeed): Feed {
  const due = new Every(speedMs, world.marketTime.now());
  const changes = new BookChanges();

  const advance = (now: number): void => {
    if (!due.isDue(now)) return;
    const difference = changes.take();
    if (difference === null) return;
    const { firstUpdateId, lastUpdateId, bids, asks } = difference;
    publish((time) => ({
      e: 'depthUpdate',
      E: time(now),
      s: symbol,
      U: firstUpdateId,
      u: lastUpdateId,
      b: levelTexts(bids, record.grid),
      a: levelTexts(asks, record.grid),
    }));
  };

  return feedOf({
    before: advance,
    event: (event) => {
      if (event.kind === 'levelChanged') changes.add(event);
    },
    advance,
  });
}

/** Levels as they stand in a message. */
export function levelTexts(
  levels: readonly (readonly [Price, Quantity])[],
  grid: SymbolGrid,
): readonly (readonly [price: string, quantity: string])[] {
  return levels.map(([price, quantity]) => [priceText(price, grid), quantityText(quantity, grid)]);
}
