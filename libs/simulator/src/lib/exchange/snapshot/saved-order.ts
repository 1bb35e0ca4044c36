import { price, quantity } from '@org/domain';
import { amountOf, unitsOf } from '../accounts/units.ts';
import type { SavedExchangeOrder } from '../exchange.ts';
import type { Seat } from '../listing/seat.ts';
import { beginOrder } from '../orders/begin-order.ts';
import { nameOfId } from '../orders/derived-name.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { isAtMarket } from '../orders/order-terms.ts';
import { orderValue } from '../orders/order-value.ts';

export function savedOrder(order: LiveOrder): SavedExchangeOrder {
  return {
    ...orderValue(order),
    shown: quantity(order.shown),
    locked: amountOf(order.locked),
    pricedAt: price(order.pricedAt),
    amendments: order.amendments,
    place: order.place,
  };
}

/** The order as it was; where it stands is put right by who restores the rest. */
export function restoredOrder(seat: Seat, saved: SavedExchangeOrder): LiveOrder {
  const terms = {
    clientOrderId: saved.clientOrderId === nameOfId(saved.orderId) ? null : saved.clientOrderId,
    side: saved.side,
    type: saved.type,
    timeInForce: saved.timeInForce,
    price: isAtMarket(saved.type) ? null : saved.price,
    stopPrice: saved.stopPrice,
    trailingDeltaBips: saved.trailing?.deltaBips ?? null,
    quantity: saved.quantity,
    quoteQuantity: saved.quoteQuantity,
    icebergQuantity: saved.icebergQuantity,
    selfTradePrevention: saved.selfTradePrevention,
    strategyId: saved.strategyId,
    strategyType: saved.strategyType,
  };
  const order = beginOrder(saved.orderId, seat, terms, saved.createdAt);
  order.fill(saved.executed, unitsOf(saved.executedQuote), saved.updatedAt);
  order.prevent(saved.prevented);
  order.status = saved.status;
  order.expiryReason = saved.expiryReason;
  order.updatedAt = saved.updatedAt;
  order.workingSince = saved.workingSince;
  order.locked = unitsOf(saved.locked);
  order.rows.setPricedAt(order.slot, saved.pricedAt);
  order.amendments = saved.amendments;
  order.shown = saved.shown;
  order.place = saved.place;
  if (saved.trailing !== null) {
    const { deltaBips, activeSince, extremePrice } = saved.trailing;
    order.follow({ deltaBips, activeSince, extreme: extremePrice });
  }
  return order;
}
