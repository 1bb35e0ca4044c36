import type { OrderRequest, Price, SpotInstrument } from '@org/domain';
import { notional, price, toPrice } from '@org/domain';
import { LOT_SIZE, MIN_NOTIONAL, PRICE_FILTER } from './reasons.ts';

/**
 * Why the market's rules refuse an order, or null. An order without a price of its own is worth what the market
 * traded at last, `current` (quote per base).
 */
export function filterFailure(
  request: OrderRequest,
  instrument: SpotInstrument,
  current: number,
): string | null {
  const { minNotional } = instrument;
  if (request.type === 'marketQuote') return request.quoteAmount < minNotional ? MIN_NOTIONAL : null;
  const ticks = ownPrice(request);
  if (ticks !== null && ticks <= 0) return PRICE_FILTER;
  const { quantity } = request;
  if (quantity < instrument.minQuantity || quantity > instrument.maxQuantity || quantity <= 0)
    return LOT_SIZE;
  const at = ticks ?? toPrice(current, instrument, 'down');
  return notional(price(at), quantity, instrument) < minNotional ? MIN_NOTIONAL : null;
}

function ownPrice(request: OrderRequest): Price | null {
  switch (request.type) {
    case 'limit':
      return request.price;
    case 'stop':
      return request.stopPrice;
    default:
      return null;
  }
}
