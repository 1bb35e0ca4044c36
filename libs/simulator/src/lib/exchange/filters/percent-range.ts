import type { Decimal, Price } from '@org/domain';
import { tenTo } from '../decimals.ts';
import type { AveragePrice } from '../exchange.ts';

/** Whether a price lies between `down` and `up` times another, the bounds included. */
export function percentRange(down: Decimal, up: Decimal): (price: Price, market: AveragePrice) => boolean {
  const exact = exactRange(down, up);
  const [downUnits, upUnits] = [Number(down.units), Number(up.units)];
  const [downScale, upScale] = [10 ** down.decimals, 10 ** up.decimals];
  return (price, market) => {
    const ticks = price * Number(market.denominator);
    const average = Number(market.numerator);
    // The largest of what is compared: where a double holds that, it holds all of it exactly.
    const largest = Math.max(ticks * downScale, ticks * upScale, average * downUnits, average * upUnits);
    if (!(largest <= Number.MAX_SAFE_INTEGER)) return exact(price, market);
    return ticks * downScale >= average * downUnits && ticks * upScale <= average * upUnits;
  };
}

function exactRange(down: Decimal, up: Decimal): (price: Price, market: AveragePrice) => boolean {
  const downScale = tenTo(down.decimals);
  const upScale = tenTo(up.decimals);
  return (price, { numerator, denominator }) => {
    const ticks = BigInt(price) * denominator;
    return ticks * downScale >= numerator * down.units && ticks * upScale <= numerator * up.units;
  };
}
