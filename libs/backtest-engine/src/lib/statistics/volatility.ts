import { LEAST_DAYS, YEARLY } from './annual.ts';
import { sampleDeviation } from './sample-deviation.ts';

/**
 * How much the account moves in a year: the sample deviation of its daily returns times √365.
 *
 * Daily returns whose deviation is 0.01 give 0.01 × 19.105 = 0.19105. Null for fewer than 30 days, and where every day
 * was the same.
 */
export function volatility(dailyReturns: ArrayLike<number>): number | null {
  const deviation = dailyReturns.length < LEAST_DAYS ? null : sampleDeviation(dailyReturns);
  return deviation === null ? null : deviation * YEARLY;
}
