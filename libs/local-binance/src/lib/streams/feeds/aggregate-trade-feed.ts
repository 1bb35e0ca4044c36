import type { AggregateTrade } from '../../records/markets/market-records.ts';
import { priceText, quantityText } from '../../wire/decimal-text.ts';
import type { Feed, SymbolFeedOptions } from './feed.ts';

/**
 * `<symbol>@aggTrade`: trades in a row of one taker at one price, told as one. Whether another follows is known when
 * something else is traded, or when time has gone on.
 */
export function aggregateTradeFeed({ symbol, record, publish }: SymbolFeedOptions): Feed {
  let growing: AggregateTrade | null = null;

  const tell = (): void => {
    if (growing === null) return;
    const { aggregateId, price, quantity, firstTradeId, lastTradeId, time: tradedAt, buyerIsMaker } = growing;
    growing = null;
    publish((time) => ({
      e: 'aggTrade',
      E: time(tradedAt),
      s: symbol,
      a: aggregateId,
      p: priceText(price, record.grid),
      q: quantityText(quantity, record.grid),
      f: firstTradeId,
      l: lastTradeId,
      T: time(tradedAt),
      m: buyerIsMaker,
      M: true,
    }));
  };

  return {
    event: (event) => {
      if (event.kind !== 'marketTrade') return;
      const latest = record.aggregates.last();
      if (latest === undefined) return;
      if (growing !== null && growing.aggregateId !== latest.aggregateId) tell();
      growing = latest;
    },
    advance: (now) => {
      if (growing !== null && now > growing.time) tell();
    },
  };
}
