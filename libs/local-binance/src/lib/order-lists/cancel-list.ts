import { costsIfRefused, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { cancelledOrder } from '../orders/cancelled-order.ts';
import { clientOrderId, newClientOrderId } from '../orders/client-order-id.ts';
import { neither } from '../orders/order-terms.ts';
import { gridOf } from '../orders/told-order.ts';
import { wholeNumber } from '../parameters/integers.ts';
import { optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';

export const cancelList = defineSigned({
  rest: { method: 'DELETE', path: '/api/v3/orderList' },
  socketMethod: 'orderList.cancel',
  security: 'trade',
  parameters: {
    symbol: required(symbolName),
    orderListId: optional(wholeNumber),
    listClientOrderId: optional(clientOrderId),
    newClientOrderId: optional(clientOrderId),
  },
  weigh: costsIfRefused(1),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account: { accountId } }) => {
    const { symbol, orderListId, listClientOrderId } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    if (orderListId === null && listClientOrderId === null) {
      return neither('orderListId', 'listClientOrderId');
    }
    const cancelId = parameters.newClientOrderId ?? newClientOrderId();
    const name = { accountId, symbol, listId: orderListId, listClientOrderId };
    const outcome = world.exchange.cancelList(name, cancelId, world.marketTime.now());
    return cancelledOrder(world, outcome, cancelId);
  },
});
