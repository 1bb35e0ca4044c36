import { ZERO } from '@org/domain';
import type { MarketTrade } from '@org/simulator';
import type { Bar } from './bar.ts';
import type { WindowStatistics } from './market-records.ts';

export interface Window {
  readonly openTime: number;
  readonly closeTime: number;
  /** One bar of all that was traded in it; null where nothing was. */
  readonly total: Bar | null;
  /** The last bar before it. */
  readonly before: Bar | undefined;
  readonly lastTrade: MarketTrade;
}

/** What a window comes to. One in which nothing was traded stands at the price before it. */
export function statisticsOf({ openTime, closeTime, total, before, lastTrade }: Window): WindowStatistics {
  const quietPrice = before?.close ?? lastTrade.price;
  return {
    openTime,
    closeTime,
    open: total?.open ?? quietPrice,
    high: total?.high ?? quietPrice,
    low: total?.low ?? quietPrice,
    last: total?.close ?? quietPrice,
    lastQuantity: lastTrade.quantity,
    previousClose: before?.close ?? total?.open ?? quietPrice,
    volume: total?.volume ?? ZERO,
    quoteVolume: total?.quoteVolume ?? ZERO,
    tradeCount: total?.tradeCount ?? 0,
    firstTradeId: total?.firstTradeId ?? -1,
    lastTradeId: total?.lastTradeId ?? -1,
  };
}
