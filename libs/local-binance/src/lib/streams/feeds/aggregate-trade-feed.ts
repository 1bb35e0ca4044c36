import type { SymbolGrid } from '@org/simulator';
import type { AggregateTrade } from '../../records/markets/market-records.ts';
import { priceText, quantityText } from '../../wire/decimal-text.ts';
import type { Feed, Payload, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/**
 * `<symbol>@aggTrade`: trades in a row of one taker at one price, told as one. A taker is done when another trades, or
 * when the request that it came with has been settled.
 */
export function aggregateTradeFeed({ symbol, record, publish }: SymbolFeedOptions): Feed {
  let growing: AggregateTrade | null = null;

  const tell = (): void => {
    if (growing === null) return;
    publish(aggregatePayload(symbol, growing, record.grid));
    growing = null;
  };

  return feedOf({
    event: (event) => {
      if (event.kind !== 'marketTrade') return;
      const latest = record.aggregates.last();
      if (latest === undefined) return;
      if (growing !== null && growing.aggregateId !== latest.aggregateId) tell();
      growing = latest;
    },
    advance: tell,
  });
}

function aggregatePayload(symbol: string, trade: AggregateTrade, grid: SymbolGrid): Payload {
  return (time) => ({
    e: 'aggTrade',
    E: time(trade.time),
    s: symbol,
    a: trade.aggregateId,
    p: priceText(trade.price, grid),
    q: quantityText(trade.quantity, grid),
    f: trade.firstTradeId,
    l: trade.lastTradeId,
    T: time(trade.time),
    m: trade.buyerIsMaker,
    M: true,
  });
}
