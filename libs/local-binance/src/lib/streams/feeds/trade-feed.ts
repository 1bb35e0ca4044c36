import type { MarketTrade, SymbolGrid } from '@org/simulator';
import { priceText, quantityText } from '../../wire/decimal-text.ts';
import type { Feed, Payload, SymbolFeedOptions } from './feed.ts';
import { feedOf } from './feed.ts';

/** `<symbol>@trade`: every trade, as it happens. */
export function tradeFeed({ record, publish }: SymbolFeedOptions): Feed {
  return feedOf({
    event: (event) => {
      if (event.kind === 'marketTrade') publish(tradePayload(event, record.grid));
    },
  });
}

function tradePayload(trade: MarketTrade, grid: SymbolGrid): Payload {
  return (time) => ({
    e: 'trade',
    E: time(trade.time),
    s: trade.symbol,
    t: trade.tradeId,
    p: priceText(trade.price, grid),
    q: quantityText(trade.quantity, grid),
    T: time(trade.time),
    m: trade.buyerIsMaker,
    M: true,
  });
}
