import type { OpenPosition, Trade } from '../trades/trade.ts';

/**
 * All fees in quote, of open positions too; a fee in base is worth its fill's price.
 *
 * Two trades that paid 3.50 and 2.25 and an open position that paid 1.00 give 6.75.
 */
export function feesPaid(trades: readonly Trade[], openPositions: readonly OpenPosition[]): number {
  let sum = 0;
  for (const { fees } of trades) sum += fees;
  for (const { fees } of openPositions) sum += fees;
  return sum;
}
