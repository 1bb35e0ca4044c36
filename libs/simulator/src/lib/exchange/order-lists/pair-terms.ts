import type { OrderTerms } from '../orders/order-terms.ts';
import { isContingent } from '../orders/order-terms.ts';
import type { ExchangeRefusal } from '../outcomes.ts';

/**
 * Why two orders are no pair of which one ends the other; null where they are. The target (a limit maker or a take
 * profit) is above the market for a sell and below it for a buy, the stop on the other side of it.
 */
export function unpaired(
  above: OrderTerms,
  below: OrderTerms,
  lastPrice: number | null,
): ExchangeRefusal | null {
  const [target, stop] = above.side === 'sell' ? [above, below] : [below, above];
  const isOneSide = above.side === below.side && above.quantity === below.quantity;
  if (!isOneSide || !isTarget(target) || !isStop(stop)) return { reason: 'unsupportedCombination' };
  const [high, low] = [markOf(above), markOf(below)];
  const isAbove = high === null || lastPrice === null || high > lastPrice;
  const isBelow = low === null || lastPrice === null || low < lastPrice;
  const isOrdered = high === null || low === null || high > low;
  return isAbove && isBelow && isOrdered ? null : { reason: 'pricesUnrelated' };
}

/** The price at which a leg comes into play; null for a trailing stop that follows from the start. */
function markOf({ type, price, stopPrice }: OrderTerms): number | null {
  return isContingent(type) ? stopPrice : price;
}

const isTarget = ({ type }: OrderTerms) =>
  type === 'limitMaker' || type === 'takeProfit' || type === 'takeProfitLimit';

const isStop = ({ type }: OrderTerms) => type === 'stopLoss' || type === 'stopLossLimit';
