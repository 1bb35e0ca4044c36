import { price, quantity } from '@org/domain';
import { amountOf } from '../accounts/units.ts';
import type { ExchangeOrder, TrailingStop } from '../exchange-order.ts';
import type { Trail } from '../triggers/trail.ts';
import { keptTerms } from './kept-terms.ts';
import type { LiveOrder } from './live-order.ts';

const NO_PRICE = price(0);

/** An order as it stands, for everybody outside. */
export function orderValue(order: LiveOrder): ExchangeOrder {
  const { seat, isWorking } = order;
  // Most orders have none: making terms of a row for each answer costs as much as the answer.
  const kept = keptTerms(order);
  return {
    symbol: seat.listing.symbol,
    accountId: seat.trader.account.accountId,
    orderId: order.id,
    listId: order.list === null ? null : order.list.id,
    clientOrderId: order.clientOrderId,
    side: order.isBuy ? 'buy' : 'sell',
    type: order.type,
    timeInForce: order.timeInForce,
    price: order.price ?? NO_PRICE,
    stopPrice: kept?.stopPrice ?? null,
    trailing: order.trail === null ? null : trailing(order.trail),
    icebergQuantity: kept?.icebergQuantity ?? null,
    quantity: quantity(order.quantity),
    quoteQuantity: kept?.quoteQuantity ?? null,
    executed: quantity(order.executed),
    executedQuote: amountOf(order.executedQuote),
    prevented: quantity(order.prevented),
    status: order.status,
    expiryReason: order.expiryReason,
    isWorking,
    selfTradePrevention: order.selfTradePrevention,
    strategyId: kept?.strategyId ?? null,
    strategyType: kept?.strategyType ?? null,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    workingSince: order.workingSince,
  };
}

function trailing({ deltaBips, activeSince, extreme }: Trail): TrailingStop {
  return { deltaBips, activeSince, extremePrice: extreme === null ? null : price(extreme) };
}
