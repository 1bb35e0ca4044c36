import type { Trade } from '../trades/trade.ts';

/**
 * Quote won for each quote lost: the sum of the profits over the sum of the losses.
 *
 * Profits of 300 and 100 and a loss of 160 give 400 / 160 = 2.5. Null where nothing was lost.
 */
export function profitFactor(trades: readonly Trade[]): number | null {
  let won = 0;
  let lost = 0;
  for (const { profit } of trades) {
    if (profit > 0) won += profit;
    else lost -= profit;
  }
  return lost > 0 ? won / lost : null;
}
