import type { Trade } from '../trades/trade.ts';

/**
 * The share of trades that made money, fees paid. A trade that came out at exactly 0 did not.
 *
 * Three of four trades with a profit above 0 give 0.75. Null without trades.
 */
export function winRate(trades: readonly Trade[]): number | null {
  if (trades.length === 0) return null;
  return trades.filter(({ profit }) => profit > 0).length / trades.length;
}
