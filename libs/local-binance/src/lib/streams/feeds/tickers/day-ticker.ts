import { bestPrices } from '../../../market-data/tickers/best-prices.ts';
import { changes, lastQuantityText, prices } from '../../../market-data/tickers/ticker-body.ts';
import { priceText } from '../../../wire/decimal-text.ts';
import type { Ticker } from './ticker.ts';
import { windowExtent } from './window-ticker.ts';

/** `<symbol>@ticker`: the last day, and the best of the book. */
export const DAY_TICKER: Ticker = {
  windowMs: 86_400_000,
  tellsBook: true,
  payload: ({ world, record: { grid }, now }, statistics) => {
    const { priceChange, priceChangePercent, weightedAvgPrice } = changes(statistics, grid);
    const { openPrice, highPrice, lowPrice, lastPrice } = prices(statistics, grid);
    const { bidPrice, bidQty, askPrice, askQty } = bestPrices(world, grid);
    return (time) => ({
      e: '24hrTicker',
      E: time(now),
      s: grid.symbol,
      p: priceChange,
      P: priceChangePercent,
      w: weightedAvgPrice,
      x: priceText(statistics.previousClose, grid),
      c: lastPrice,
      Q: lastQuantityText(statistics, grid),
      b: bidPrice,
      B: bidQty,
      a: askPrice,
      A: askQty,
      o: openPrice,
      h: highPrice,
      l: lowPrice,
      ...windowExtent(statistics, grid, time),
    });
  },
};
