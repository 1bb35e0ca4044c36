import { bestPrices } from '../../../market-data/tickers/best-prices.ts';
import { changes, lastQuantityText } from '../../../market-data/tickers/ticker-body.ts';
import { priceText } from '../../../wire/decimal-text.ts';
import type { Ticker } from './ticker.ts';
import { windowBody } from './window-ticker.ts';

/** `<symbol>@ticker`: the last day, and the best of the book. */
export const DAY_TICKER: Ticker = {
  windowMs: 86_400_000,
  tellsBook: true,
  payload: ({ world, record: { grid }, now }, statistics) => {
    const { priceChange, priceChangePercent, weightedAvgPrice } = changes(statistics, grid);
    const { bidPrice, bidQty, askPrice, askQty } = bestPrices(world, grid);
    return (time) => ({
      e: '24hrTicker',
      E: time(now),
      s: grid.symbol,
      p: priceChange,
      P: priceChangePercent,
      w: weightedAvgPrice,
      x: priceText(statistics.previousClose, grid),
      Q: lastQuantityText(statistics, grid),
      b: bidPrice,
      B: bidQty,
      a: askPrice,
      A: askQty,
      ...windowBody(statistics, grid, time),
    });
  },
};
