import { LEAST_DAYS, YEARLY } from './annual.ts';
import { mean } from './mean.ts';
import { sampleDeviation } from './sample-deviation.ts';

/**
 * Reward for risk (Sharpe 1994): mean of the daily returns over their sample deviation, times √365, with a risk-free
 * rate of 0.
 *
 * A mean of 0.001 and a deviation of 0.01 give 0.1 × 19.105 = 1.9105. Null for fewer than 30 days, and where every day
 * was the same.
 */
export function sharpe(dailyReturns: ArrayLike<number>): number | null {
  const average = mean(dailyReturns);
  const deviation = dailyReturns.length < LEAST_DAYS ? null : sampleDeviation(dailyReturns);
  return average === null || deviation === null ? null : (average / deviation) * YEARLY;
}
