import type { GridOrder } from '../grid-order.ts';
import type { TrailingDeltaFilter } from '../symbol-rules.ts';
import type { OrderFilter } from './order-filter.ts';

/** How closely a trailing stop may follow the market, in basis points. */
export function trailingDeltaFilter(filter: TrailingDeltaFilter): OrderFilter {
  const { kind, minAbove, maxAbove, minBelow, maxBelow } = filter;
  return {
    kind,
    passes: (order) => {
      const delta = order.trailingDeltaBips;
      if (delta === null) return true;
      return isAbove(order) ? delta >= minAbove && delta <= maxAbove : delta >= minBelow && delta <= maxBelow;
    },
  };
}

/** Whether it triggers above the market: stops that buy and targets that sell. */
function isAbove({ side, type }: GridOrder): boolean {
  const isStop = type === 'stopLoss' || type === 'stopLossLimit';
  return isStop === (side === 'buy');
}
