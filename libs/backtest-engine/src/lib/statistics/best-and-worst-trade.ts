import type { Trade } from '../trades/trade.ts';

/** The highest return of a trade: 0.05 of 0.05, -0.02, 0.03. Null without trades. */
export function bestTrade(trades: readonly Trade[]): number | null {
  return extreme(trades, (a, b) => a > b);
}

/** The lowest return of a trade: -0.02 of 0.05, -0.02, 0.03. Null without trades. */
export function worstTrade(trades: readonly Trade[]): number | null {
  return extreme(trades, (a, b) => a < b);
}

function extreme(trades: readonly Trade[], beyond: (a: number, b: number) => boolean): number | null {
  let found: number | null = null;
  for (const trade of trades) if (found === null || beyond(trade.return, found)) found = trade.return;
  return found;
}
