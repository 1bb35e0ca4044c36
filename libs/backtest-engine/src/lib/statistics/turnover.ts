import type { Fill } from '../result/fill.ts';

/**
 * How many times the account was traded: the worth of all fills, buys and sells, over the mean of equity at every
 * close.
 *
 * Buys of 10,000 and sells of 10,500 on a mean equity of 10,250 give 2. Null where the mean is not above 0.
 */
export function turnover(fills: readonly Fill[], meanEquity: number): number | null {
  if (!(meanEquity > 0)) return null;
  let traded = 0;
  for (const { price, quantity } of fills) traded += price * quantity;
  return traded / meanEquity;
}
