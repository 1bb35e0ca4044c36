import { costsIfRefused } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { countingOrders } from './count-orders.ts';
import { NEW_ORDER, placeRequest } from './new-order.ts';
import { placedOrder } from './placed-order.ts';
import { gridOf } from './told-order.ts';

export const placeOrder = defineSigned({
  rest: { method: 'POST', path: '/api/v3/order' },
  socketMethod: 'order.place',
  security: 'trade',
  parameters: NEW_ORDER,
  weigh: costsIfRefused(1),
  ordersPlaced: () => 1,
  handle: (call) => {
    const { world, parameters, account } = call;
    const grid = gridOf(world, parameters.symbol);
    if (isBinanceError(grid)) return grid;
    const request = placeRequest(parameters, account, grid);
    if (isBinanceError(request)) return request;
    return countingOrders(call, 1, () => {
      const outcome = world.exchange.place(request, world.marketTime.now());
      return placedOrder(world, outcome, request, parameters);
    });
  },
});
