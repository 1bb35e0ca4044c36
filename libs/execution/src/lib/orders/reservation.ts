import type { Amount, OrderFilled, OrderRequest, Quantity, SpotInstrument } from '@org/domain';
import { amount, baseUnits, notional, quantity, ZERO } from '@org/domain';

/** What an order holds back once it is sent: quote for a buy, base for a sell. */
export function reservationOf(request: OrderRequest, instrument: SpotInstrument): Amount {
  switch (request.type) {
    case 'marketQuote':
      return request.quoteAmount;
    case 'limit':
      return request.side === 'buy'
        ? notional(request.price, request.quantity, instrument)
        : baseUnits(request.quantity, instrument);
    case 'stop':
      return request.side === 'buy'
        ? notional(request.stopPrice, request.quantity, instrument)
        : baseUnits(request.quantity, instrument);
    case 'market':
      return request.side === 'buy' ? ZERO : baseUnits(request.quantity, instrument);
  }
}

/** What is still held back after a fill; the target of a pair holds nothing, since its stop does. */
export function reservationAfter(
  reserved: Amount,
  request: OrderRequest,
  filled: Quantity,
  fill: OrderFilled,
  instrument: SpotInstrument,
): Amount {
  if (fill.complete || reserved === ZERO) return ZERO;
  if (request.side === 'sell') return baseUnits(quantity(request.quantity - filled), instrument);
  if (request.type === 'limit')
    return notional(request.price, quantity(request.quantity - filled), instrument);
  return amount(reserved > fill.notional ? reserved - fill.notional : 0n);
}

/** Lots of the request that are not filled; 0 for a buy by quote, whose lots nobody knows beforehand. */
export function remainingLots(request: OrderRequest, filled: Quantity): Quantity {
  return request.type === 'marketQuote' ? quantity(0) : quantity(request.quantity - filled);
}
