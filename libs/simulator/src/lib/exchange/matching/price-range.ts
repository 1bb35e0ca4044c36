import type { Decimal } from '@org/domain';
import { tenTo } from '../decimals.ts';
import type { AveragePrice } from '../exchange.ts';
import type { LiveOrder } from '../orders/live-order.ts';

/**
 * How far an order may trade that would trade down to `limit`: not outside the symbol's price range around the
 * reference price, as that is when the order begins to take. Without a range or a reference price, and for the market's
 * own hand, whose trades say what the price is, down to `limit`.
 */
export function ruledLimit({ seat, isBuy }: LiveOrder, limit: number): number {
  const { listing, trader } = seat;
  const { priceRange } = listing.rules;
  if (priceRange === undefined || !trader.isFunded) return limit;
  const reference = listing.referencePrice();
  const { best } = listing.book.otherSide(isBuy);
  if (reference === null || best === null) return limit;
  const { down, up } = isBuy ? priceRange.buy : priceRange.sell;
  const lowest = down === null ? 0 : lowestTick(reference, down);
  const highest = up === null ? Infinity : highestTick(reference, up);
  if (isBuy) return best.price < lowest ? NOTHING_TO_BUY : Math.min(limit, highest);
  return best.price > highest ? NOTHING_TO_SELL : Math.max(limit, lowest);
}

/** Limits that no price of the other side reaches. */
const NOTHING_TO_BUY = 0;
const NOTHING_TO_SELL = Infinity;

function highestTick({ numerator, denominator }: AveragePrice, { units, decimals }: Decimal): number {
  return Number((numerator * units) / (denominator * tenTo(decimals)));
}

function lowestTick({ numerator, denominator }: AveragePrice, { units, decimals }: Decimal): number {
  const whole = denominator * tenTo(decimals);
  return Number((numerator * units + whole - 1n) / whole);
}
