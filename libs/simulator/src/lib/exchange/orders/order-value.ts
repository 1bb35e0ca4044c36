import { price, quantity } from '@org/domain';
import { amountOf } from '../accounts/units.ts';
import type { ExchangeOrder, TrailingStop } from '../exchange-order.ts';
import type { Trail } from '../triggers/trail.ts';
import { keptTerms } from './kept-terms.ts';
import type { LiveOrder } from './live-order.ts';
import * as traits from './traits.ts';

const NO_PRICE = price(0);

/**
 * An order as it stands, for everybody outside. What is told of an order is soon answered as well, and nothing has
 * changed in between more often than not: then the answer is the value that was told.
 */
export function orderValue(order: LiveOrder): ExchangeOrder {
  const { rows } = order;
  if (!stillHolds(rows.latestValue, rows.latestTraits, order)) {
    rows.latestValue = valueOf(order);
    rows.latestTraits = order.traits & ~traits.IS_KNOWN;
  }
  return rows.latestValue;
}

/** Whether a value is that of an order as it is now. Of orders with more than a row this is not looked for. */
function stillHolds(
  value: ExchangeOrder | null,
  itsTraits: number,
  { rows, slot }: LiveOrder,
): value is ExchangeOrder {
  return (
    value !== null &&
    value.orderId === rows.id(slot) &&
    itsTraits === (rows.traits(slot) & ~traits.IS_KNOWN) &&
    (itsTraits & traits.HAS_MORE) === 0 &&
    value.executed === rows.executed(slot) &&
    value.quantity - value.executed - value.prevented === rows.remaining(slot) &&
    value.prevented === rows.prevented(slot) &&
    value.updatedAt === rows.updatedAt(slot) &&
    value.price === rows.limit(slot)
  );
}

function valueOf(order: LiveOrder): ExchangeOrder {
  const { rows, slot, seat } = order;
  const clientOrderId = order.clientOrderId;
  const bits = rows.traits(slot);
  const isWorking = (bits & traits.IS_WORKING) !== 0;
  const limit = rows.limit(slot);
  const executed = rows.executed(slot);
  const prevented = rows.prevented(slot);
  // Most orders have none of these: making terms of a row for each answer costs as much as the answer.
  const hasMore = (bits & traits.HAS_MORE) !== 0;
  const kept = hasMore ? keptTerms(order) : null;
  const list = hasMore ? order.list : null;
  const trail = hasMore ? order.trail : null;
  return {
    symbol: seat.listing.symbol,
    accountId: seat.trader.account.accountId,
    orderId: rows.id(slot),
    listId: list === null ? null : list.id,
    clientOrderId,
    side: order.isBuy ? 'buy' : 'sell',
    type: traits.typeOf(bits),
    timeInForce: traits.timeInForceOf(bits),
    price: limit === limit ? price(limit) : NO_PRICE,
    stopPrice: kept === null ? null : kept.stopPrice,
    trailing: trail === null ? null : trailing(trail),
    icebergQuantity: kept === null ? null : kept.icebergQuantity,
    quantity: quantity(rows.remaining(slot) + executed + prevented),
    quoteQuantity: kept === null ? null : kept.quoteQuantity,
    executed: quantity(executed),
    executedQuote: amountOf(order.executedQuote),
    prevented: quantity(prevented),
    status: traits.statusOf(bits),
    expiryReason: traits.reasonOf(bits),
    isWorking,
    selfTradePrevention: traits.modeOf(bits),
    strategyId: kept === null ? null : kept.strategyId,
    strategyType: kept === null ? null : kept.strategyType,
    createdAt: rows.createdAt(slot),
    updatedAt: rows.updatedAt(slot),
    workingSince: isWorking ? rows.workingSince(slot) : null,
  };
}

function trailing({ deltaBips, activeSince, extreme }: Trail): TrailingStop {
  return { deltaBips, activeSince, extremePrice: extreme === null ? null : price(extreme) };
}
