import type { AveragePrice } from '@org/simulator';
import { price } from '@org/domain';
import { priceText } from '../../wire/decimal-text.ts';
import { Every } from './every.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';

const MINUTES = 5;

/** `<symbol>@avgPrice`: the average price of the last minutes, every second. */
export function averagePriceFeed({ symbol, world, record, publish }: SymbolFeedOptions): Feed {
  const due = new Every(1000, world.marketTime.now());
  return {
    event: () => undefined,
    advance: (now) => {
      const last = record.trades.last();
      if (!due.isDue(now) || last === undefined) return;
      const average = world.records.markets.averagePrice(symbol, MINUTES);
      if (average === null) return;
      const w = priceText(price(wholeTicks(average)), record.grid);
      publish((time) => ({
        e: 'avgPrice',
        E: time(now),
        s: symbol,
        i: `${MINUTES}m`,
        w,
        T: time(last.time),
      }));
    },
  };
}

function wholeTicks({ numerator, denominator }: AveragePrice): number {
  return Number(numerator / denominator);
}
