import { ZERO, price, quantity } from '@org/domain';
import type { WindowStatistics } from '../../records/markets/market-records.ts';

/** What is told of a market in which nothing was ever traded. */
export function untraded(openTime: number, closeTime: number): WindowStatistics {
  return {
    openTime,
    closeTime,
    open: price(0),
    high: price(0),
    low: price(0),
    last: price(0),
    lastQuantity: quantity(0),
    previousClose: price(0),
    volume: ZERO,
    quoteVolume: ZERO,
    tradeCount: 0,
    firstTradeId: -1,
    lastTradeId: -1,
  };
}
