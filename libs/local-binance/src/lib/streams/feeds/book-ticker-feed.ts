import type { ShownLevel, SymbolGrid } from '@org/simulator';
import { priceText, quantityText } from '../../wire/decimal-text.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';

/** `<symbol>@bookTicker`: the best bid and ask, whenever one of them changes. An empty side is told as zeros. */
export function bookTickerFeed({ symbol, world, record, publish }: SymbolFeedOptions): Feed {
  let told = '';
  return {
    event: (event) => {
      if (event.kind !== 'levelChanged') return;
      const book = world.exchange.book(symbol, 1);
      if (book === undefined) return;
      const [b, B] = levelText(book.bids[0], record.grid);
      const [a, A] = levelText(book.asks[0], record.grid);
      const now = `${b} ${B} ${a} ${A}`;
      if (now === told) return;
      told = now;
      publish(() => ({ u: book.updateId, s: symbol, b, B, a, A }));
    },
    advance: () => undefined,
  };
}

function levelText(
  level: ShownLevel | undefined,
  grid: SymbolGrid,
): readonly [price: string, quantity: string] {
  if (level === undefined) return ['0.00000000', '0.00000000'];
  return [priceText(level.price, grid), quantityText(level.quantity, grid)];
}
