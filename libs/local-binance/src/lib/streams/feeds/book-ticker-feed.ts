import { bestPrices } from '../../market-data/tickers/best-prices.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/** `<symbol>@bookTicker`: the best bid and ask, whenever one of them changes. An empty side is told as zeros. */
export function bookTickerFeed({ symbol, world, record, publish }: SymbolFeedOptions): Feed {
  let told = '';
  return feedOf({
    event: (event) => {
      if (event.kind !== 'levelChanged') return;
      const { bidPrice: b, bidQty: B, askPrice: a, askQty: A } = bestPrices(world, record.grid);
      const now = `${b} ${B} ${a} ${A}`;
      if (now === told) return;
      told = now;
      publish(() => ({ u: event.updateId, s: symbol, b, B, a, A }));
    },
  });
}
