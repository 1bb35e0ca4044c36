import type { SpotInstrument } from '@org/domain';
import { notional, toPrice } from '@org/domain';
import type { WorkingOrder } from '../orders/working-order.ts';
import { LOT_SIZE, MIN_NOTIONAL, PRICE_FILTER } from './reasons.ts';

/**
 * Why the market's rules refuse an order, or null. An order without a price of its own is worth what the market
 * traded at last, `current` (quote per base).
 */
export function filterFailure(
  order: WorkingOrder,
  instrument: SpotInstrument,
  current: number,
): string | null {
  const { minNotional } = instrument;
  const { isPriced, ticks, lots } = order;
  if (order.type === 'marketQuote') return order.cover < minNotional ? MIN_NOTIONAL : null;
  if (isPriced && ticks <= 0) return PRICE_FILTER;
  if (lots < instrument.minQuantity || lots > instrument.maxQuantity || lots <= 0) return LOT_SIZE;
  const at = isPriced ? ticks : toPrice(current, instrument, 'down');
  return notional(at, lots, instrument) < minNotional ? MIN_NOTIONAL : null;
}
