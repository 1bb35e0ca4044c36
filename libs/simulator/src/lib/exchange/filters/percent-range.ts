import type { Decimal, Price } from '@org/domain';
import { tenTo } from '../decimals.ts';
import type { AveragePrice } from '../exchange.ts';

/** Whether a price lies between `down` and `up` times another, the bounds included. */
export function percentRange(down: Decimal, up: Decimal): (price: Price, market: AveragePrice) => boolean {
  const downScale = tenTo(down.decimals);
  const upScale = tenTo(up.decimals);
  return (price, { numerator, denominator }) => {
    const ticks = BigInt(price) * denominator;
    return ticks * downScale >= numerator * down.units && ticks * upScale <= numerator * up.units;
  };
}
