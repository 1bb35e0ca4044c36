import type { ExchangeOrderList } from '../exchange-order.ts';
import type { OrderList } from './order-list.ts';

/** A list as it stands, for everybody outside. */
export function listValue(list: OrderList): ExchangeOrderList {
  return {
    symbol: list.seat.listing.symbol,
    accountId: list.seat.trader.account.accountId,
    listId: list.id,
    listClientOrderId: list.clientId,
    contingency: list.contingency,
    status: list.status,
    orderStatus: list.orderStatus,
    transactionTime: list.updatedAt,
    orders: list.orders.map(({ id, clientOrderId }) => ({ orderId: id, clientOrderId })),
  };
}
