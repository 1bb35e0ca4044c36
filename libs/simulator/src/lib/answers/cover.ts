import type { OrderRequest, SpotInstrument } from '@org/domain';
import { baseUnits, notional } from '@org/domain';

/** What an order holds back until it ends, in smallest units: quote for a buy, base for a sell. */
export function coverOf(request: OrderRequest, instrument: SpotInstrument): bigint {
  if (request.type === 'marketQuote') return request.quoteAmount;
  if (request.side === 'sell') return baseUnits(request.quantity, instrument);
  switch (request.type) {
    case 'market':
      return 0n;
    case 'limit':
      return notional(request.price, request.quantity, instrument);
    case 'stop':
      return notional(request.stopPrice, request.quantity, instrument);
  }
}
