import type { Fill } from '../result/fill.ts';

/**
 * What slippage cost, in quote: for every market and stop fill, the distance from the price before slippage times the
 * quantity. A buy at `p` would have been at `p / (1 + slippage)`, a sell at `p / (1 - slippage)`; rounding to the tick
 * is thereby left out. Limits and targets do not slip.
 *
 * A market buy of 2 at 101 under a slippage of 0.01 would have been at 100, and cost 2.
 */
export function slippagePaid(fills: readonly Fill[], slippage: number): number {
  let sum = 0;
  for (const { kind, side, price, quantity } of fills) {
    if (kind === 'limit' || kind === 'target') continue;
    const share = side === 'buy' ? slippage / (1 + slippage) : slippage / (1 - slippage);
    sum += price * quantity * share;
  }
  return sum;
}
