import type { Price, Pricing, Refusal, Rounding } from '@org/domain';
import { toPrice } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';

/**
 * What an order is taken to trade at, in whole ticks: its limit, or the last known price. Refuses what is no tick
 * above 0 when rounded.
 */
export function orderPrice(
  pricing: Pricing,
  { instrument, markPrice }: OrderView,
  rounding: Rounding,
): Price | Refusal {
  const value = pricing.type === 'limit' ? pricing.price : markPrice;
  if (value > 0 && value / instrument.tickSize <= Number.MAX_SAFE_INTEGER) {
    const ticks = toPrice(value, instrument, rounding);
    if (ticks > 0) return ticks;
  }
  return {
    limit: 'price',
    allowed: `a finite price of at least ${instrument.tickSize}`,
    observed: value,
    reason: 'an order needs a price that the market can quote',
  };
}
