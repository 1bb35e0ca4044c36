import { foundPriceText } from '../../market-data/average-price.ts';
import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/** `<symbol>@referencePrice`: every second the price that the symbol is measured by, or that there is none. */
export function referencePriceFeed({ symbol, world, record, publish }: SymbolFeedOptions): Feed {
  const due = new Every(1000, world.marketTime.now());
  return feedOf({
    advance: (now) => {
      if (!due.isDue(now)) return;
      const found = world.records.markets.referencePrice(symbol);
      const r = found === null ? null : foundPriceText(found, record.grid);
      publish((time) => ({ e: 'referencePrice', s: symbol, r, t: time(now) }));
    },
  });
}
