import type { Trade } from '../trades/trade.ts';
import { mean } from './mean.ts';

/**
 * How long a trade lasts on average, from its first buy to its last sell, in hours.
 *
 * Trades of 2 and 10 hours give 6. Null without trades.
 */
export function averageHoldingHours(trades: readonly Trade[]): number | null {
  return mean(trades.map(({ holdingHours }) => holdingHours));
}
