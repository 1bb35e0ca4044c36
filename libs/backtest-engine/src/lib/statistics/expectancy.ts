import type { Trade } from '../trades/trade.ts';
import { mean } from './mean.ts';

/**
 * What a trade returns on average, as a fraction of what it spent.
 *
 * Trades of 0.05, -0.02 and 0.03 give 0.02. Null without trades.
 */
export function expectancy(trades: readonly Trade[]): number | null {
  return mean(trades.map((trade) => trade.return));
}
