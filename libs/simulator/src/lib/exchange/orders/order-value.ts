import { price, quantity } from '@org/domain';
import { amountOf } from '../accounts/units.ts';
import type { ExchangeOrder, TrailingStop } from '../exchange-order.ts';
import type { Trail } from '../triggers/trail.ts';
import type { LiveOrder } from './live-order.ts';

const NO_PRICE = price(0);

/** An order as it stands, for everybody outside. */
export function orderValue(order: LiveOrder): ExchangeOrder {
  const { terms, seat } = order;
  return {
    symbol: seat.listing.symbol,
    accountId: seat.trader.account.accountId,
    orderId: order.id,
    listId: order.list === null ? null : order.list.id,
    clientOrderId: order.clientOrderId,
    side: terms.side,
    type: terms.type,
    timeInForce: terms.timeInForce,
    price: terms.price ?? NO_PRICE,
    stopPrice: terms.stopPrice,
    trailing: order.trail === null ? null : trailing(order.trail),
    icebergQuantity: terms.icebergQuantity,
    quantity: quantity(order.quantity),
    quoteQuantity: terms.quoteQuantity,
    executed: quantity(order.executed),
    executedQuote: amountOf(order.executedQuote),
    prevented: quantity(order.prevented),
    status: order.status,
    expiryReason: order.expiryReason,
    isWorking: order.workingSince !== null,
    selfTradePrevention: terms.selfTradePrevention,
    strategyId: terms.strategyId,
    strategyType: terms.strategyType,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    workingSince: order.workingSince,
  };
}

function trailing({ deltaBips, activeSince, extreme }: Trail): TrailingStop {
  return { deltaBips, activeSince, extremePrice: extreme === null ? null : price(extreme) };
}
