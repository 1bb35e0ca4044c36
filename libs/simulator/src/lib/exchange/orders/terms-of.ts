import { isRefusal, toGridOrder } from '../grid-order.ts';
import type { Listing } from '../listing/listing.ts';
import type { ExchangeRefusal } from '../outcomes.ts';
import type { ListedOrder, PaidOrder } from '../requests.ts';
import type { SelfTradePrevention } from '../symbol-rules.ts';
import type { OrderTerms } from './order-terms.ts';

/** Puts an order on the grid of its symbol. Without a mode of self-trade prevention, the symbol's own is taken. */
export function termsOf(
  order: ListedOrder | PaidOrder,
  mode: SelfTradePrevention | null,
  { grid, rules }: Listing,
): OrderTerms | ExchangeRefusal {
  const onGrid = toGridOrder(order, grid);
  if (isRefusal(onGrid)) return onGrid;
  return {
    clientOrderId: order.clientOrderId,
    side: onGrid.side,
    type: onGrid.type,
    timeInForce: order.timeInForce,
    price: onGrid.price,
    stopPrice: onGrid.stopPrice,
    trailingDeltaBips: onGrid.trailingDeltaBips,
    quantity: onGrid.quantity,
    quoteQuantity: onGrid.quoteQuantity,
    icebergQuantity: onGrid.icebergQuantity,
    selfTradePrevention: mode ?? rules.defaultSelfTradePrevention,
    strategyId: order.strategyId,
    strategyType: order.strategyType,
  };
}
