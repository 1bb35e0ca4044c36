/**
 * The root of the sum of squared logarithmic changes of `prices`, in basis points: how far the price went over all of
 * them, without regard to the direction. Fewer than two prices have not moved.
 *
 * Source: T. G. Andersen, T. Bollerslev, F. X. Diebold and P. Labys, "The distribution of realized exchange rate
 * volatility", Journal of the American Statistical Association 96 (2001).
 */
export function realisedVolatilityBps(prices: readonly number[]): number {
  let squares = 0;
  for (let at = 1; at < prices.length; at++) squares += Math.log(prices[at]! / prices[at - 1]!) ** 2;
  return 10_000 * Math.sqrt(squares);
}
