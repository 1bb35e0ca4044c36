import { averagePriceText } from '../../market-data/average-price.ts';
import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

const MINUTES = 5;

/** `<symbol>@avgPrice`: the average price of the last minutes, every second in which it or the last trade is another. */
export function averagePriceFeed({ symbol, world, record, publish }: SymbolFeedOptions): Feed {
  const due = new Every(1000, world.marketTime.now());
  let told = '';
  return feedOf({
    advance: (now) => {
      const last = record.trades.last();
      if (!due.isDue(now) || last === undefined) return;
      const w = averagePriceText(world.records.markets.averagePrice(symbol, MINUTES), record.grid);
      const state = `${w} ${last.tradeId}`;
      if (state === told) return;
      told = state;
      publish((time) => ({
        e: 'avgPrice',
        E: time(now),
        s: symbol,
        i: `${MINUTES}m`,
        w,
        T: time(last.time),
      }));
    },
  });
}
