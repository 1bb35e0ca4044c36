import { prices, volumes } from '../../../market-data/tickers/ticker-body.ts';
import type { Ticker } from './ticker.ts';

/** `<symbol>@miniTicker`: the last day in short. */
export const MINI_TICKER: Ticker = {
  windowMs: 86_400_000,
  tellsBook: false,
  payload: ({ record: { grid }, now }, statistics) => {
    const { openPrice, highPrice, lowPrice, lastPrice } = prices(statistics, grid);
    const { volume, quoteVolume } = volumes(statistics, grid);
    return (time) => ({
      e: '24hrMiniTicker',
      E: time(now),
      s: grid.symbol,
      c: lastPrice,
      o: openPrice,
      h: highPrice,
      l: lowPrice,
      v: volume,
      q: quoteVolume,
    });
  },
};
