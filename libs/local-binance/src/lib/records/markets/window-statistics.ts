import type { Amount, Price } from '@org/domain';
import { amount } from '@org/domain';
import type { MarketTrade } from '@org/simulator';
import type { Bar } from './bar.ts';
import type { WindowStatistics } from './market-records.ts';

export interface Window {
  readonly openTime: number;
  readonly closeTime: number;
  /** The bars in it, oldest first. */
  readonly bars: readonly Bar[];
  /** The last bar before it. */
  readonly before: Bar | undefined;
  readonly lastTrade: MarketTrade;
}

/** Adds bars up. A window in which nothing was traded stands at the price before it. */
export function statisticsOf({ openTime, closeTime, bars, before, lastTrade }: Window): WindowStatistics {
  const first = bars[0];
  const last = bars.at(-1);
  const quietPrice = before?.close ?? lastTrade.price;
  const { high, low, volume, quoteVolume, tradeCount } = addedUp(bars, first?.open ?? quietPrice);
  return {
    openTime,
    closeTime,
    open: first?.open ?? quietPrice,
    high,
    low,
    last: last?.close ?? quietPrice,
    lastQuantity: lastTrade.quantity,
    previousClose: before?.close ?? first?.open ?? quietPrice,
    volume,
    quoteVolume,
    tradeCount,
    firstTradeId: first?.firstTradeId ?? -1,
    lastTradeId: last?.lastTradeId ?? -1,
  };
}

interface Sums {
  readonly high: Price;
  readonly low: Price;
  readonly volume: Amount;
  readonly quoteVolume: Amount;
  readonly tradeCount: number;
}

function addedUp(bars: readonly Bar[], price: Price): Sums {
  let high = price;
  let low = price;
  let volume = 0n;
  let quoteVolume = 0n;
  let tradeCount = 0;
  for (const bar of bars) {
    if (bar.high > high) high = bar.high;
    if (bar.low < low) low = bar.low;
    volume += bar.volume;
    quoteVolume += bar.quoteVolume;
    tradeCount += bar.tradeCount;
  }
  return { high, low, volume: amount(volume), quoteVolume: amount(quoteVolume), tradeCount };
}
