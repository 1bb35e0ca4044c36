import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { binanceError } from '../errors/binance-error.ts';
import { clientOrderId } from '../orders/client-order-id.ts';
import { neither } from '../orders/order-terms.ts';
import { moreThanADay } from '../parameters/day-range.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional } from '../parameters/parameter.ts';
import { time } from '../parameters/times.ts';
import { listShape } from './list-shape.ts';

export const queryList = defineSigned({
  rest: { method: 'GET', path: '/api/v3/orderList' },
  socketMethod: 'orderList.status',
  security: 'userData',
  parameters: { orderListId: optional(wholeNumber), origClientOrderId: optional(clientOrderId) },
  weigh: costs(4),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters: { orderListId, origClientOrderId }, account: { accountId } }) => {
    if (orderListId === null && origClientOrderId === null) {
      return neither('orderListId', 'origClientOrderId');
    }
    const name = { accountId, listId: orderListId, listClientOrderId: origClientOrderId };
    const list = world.records.accounts.list(name);
    return list === undefined ? binanceError(-2018, 'Order list does not exist.') : answer(listShape(list));
  },
});

export const queryAllLists = defineSigned({
  rest: { method: 'GET', path: '/api/v3/allOrderList' },
  socketMethod: 'allOrderLists',
  security: 'userData',
  parameters: {
    fromId: optional(wholeNumber),
    startTime: optional(time),
    endTime: optional(time),
    limit: defaulted(limitUpTo(1000), 500),
  },
  weigh: costs(20),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account }) => {
    const { fromId, startTime, endTime } = parameters;
    if (fromId !== null && (startTime !== null || endTime !== null)) {
      return binanceError(-1128, 'Combination of optional parameters invalid.');
    }
    const tooLong = moreThanADay(startTime, endTime);
    if (tooLong !== null) return tooLong;
    return answer(world.records.accounts.lists(account.accountId, parameters).map(listShape));
  },
});

export const queryOpenLists = defineSigned({
  rest: { method: 'GET', path: '/api/v3/openOrderList' },
  socketMethod: 'openOrderLists.status',
  security: 'userData',
  parameters: {},
  weigh: costs(6),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, account }) => answer(world.exchange.openLists(account.accountId).map(listShape)),
});
