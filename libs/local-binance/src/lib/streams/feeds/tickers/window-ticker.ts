import type { SymbolGrid } from '@org/simulator';
import { changes, prices, volumes } from '../../../market-data/tickers/ticker-body.ts';
import type { WindowStatistics } from '../../../records/markets/market-records.ts';
import type { TickerWindow } from '../../stream-name.ts';
import type { TellTime } from '../../../wire/time-unit.ts';
import type { Ticker } from './ticker.ts';

const WINDOW_MS: Readonly<Record<TickerWindow, number>> = {
  '1h': 3_600_000,
  '4h': 14_400_000,
  '1d': 86_400_000,
};

/** `<symbol>@ticker_1h`, `_4h`, `_1d`. The window begins with a whole minute. */
export function windowTicker(window: TickerWindow): Ticker {
  return {
    windowMs: WINDOW_MS[window],
    tellsBook: false,
    payload: ({ record: { grid }, now }, statistics) => {
      const { priceChange, priceChangePercent, weightedAvgPrice } = changes(statistics, grid);
      const { openPrice, highPrice, lowPrice, lastPrice } = prices(statistics, grid);
      return (time) => ({
        e: `${window}Ticker`,
        E: time(now),
        s: grid.symbol,
        p: priceChange,
        P: priceChangePercent,
        o: openPrice,
        h: highPrice,
        l: lowPrice,
        c: lastPrice,
        w: weightedAvgPrice,
        ...windowExtent(statistics, grid, time),
      });
    },
  };
}

/** Volumes and extent of a window in the letters of the streams. */
export function windowExtent(statistics: WindowStatistics, grid: SymbolGrid, time: TellTime): object {
  const { volume, quoteVolume } = volumes(statistics, grid);
  return {
    v: volume,
    q: quoteVolume,
    O: time(statistics.openTime),
    C: time(statistics.closeTime),
    F: statistics.firstTradeId,
    L: statistics.lastTradeId,
    n: statistics.tradeCount,
  };
}
