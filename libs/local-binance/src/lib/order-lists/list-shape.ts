import type { ExchangeOrderList, ListContingency, ListOrderStatus, ListStatus } from '@org/simulator';

export const CONTINGENCY_WORDS: Readonly<Record<ListContingency, string>> = { oco: 'OCO', oto: 'OTO' };

export const LIST_STATUS_WORDS: Readonly<Record<ListStatus, string>> = {
  response: 'RESPONSE',
  executionStarted: 'EXEC_STARTED',
  updated: 'UPDATED',
  allDone: 'ALL_DONE',
};

export const LIST_ORDER_STATUS_WORDS: Readonly<Record<ListOrderStatus, string>> = {
  executing: 'EXECUTING',
  allDone: 'ALL_DONE',
  reject: 'REJECT',
};

/** A list as it stands, without what is said of its orders. */
export function listShape(list: ExchangeOrderList) {
  return {
    orderListId: list.listId,
    contingencyType: CONTINGENCY_WORDS[list.contingency],
    listStatusType: LIST_STATUS_WORDS[list.status],
    listOrderStatus: LIST_ORDER_STATUS_WORDS[list.orderStatus],
    listClientOrderId: list.listClientOrderId,
    transactionTime: list.transactionTime,
    symbol: list.symbol,
    orders: listedOrders(list),
  };
}

export function listedOrders({ symbol, orders }: ExchangeOrderList) {
  return orders.map(({ orderId, clientOrderId }) => ({ symbol, orderId, clientOrderId }));
}
