import { LEAST_DAYS, YEARLY } from './annual.ts';
import { mean } from './mean.ts';

/**
 * Reward for the risk of loss (Sortino and Price 1994): mean of the daily returns over their downside deviation,
 * times √365. The downside deviation is the root of the squared losses' sum over `n - 1`; days that gained count as 0,
 * and as days.
 *
 * 15 days of 0.03 and 15 of -0.01: mean 0.01, squares 15 × 0.0001, deviation sqrt(0.0015 / 29) = 0.0071920, ratio
 * 1.39044 × 19.105 = 26.564. Null for fewer than 30 days, and where no day lost.
 */
export function sortino(dailyReturns: ArrayLike<number>): number | null {
  const average = mean(dailyReturns);
  if (average === null || dailyReturns.length < LEAST_DAYS) return null;
  const deviation = downsideDeviation(dailyReturns);
  return deviation > 0 ? (average / deviation) * YEARLY : null;
}

function downsideDeviation(dailyReturns: ArrayLike<number>): number {
  let squares = 0;
  for (let index = 0; index < dailyReturns.length; index++) squares += Math.min(dailyReturns[index]!, 0) ** 2;
  return Math.sqrt(squares / (dailyReturns.length - 1));
}
