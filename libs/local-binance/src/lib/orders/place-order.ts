import { costsIfRefused } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { NEW_ORDER, placeRequest } from './new-order.ts';
import { placeCounted } from './place-counted.ts';

export const placeOrder = defineSigned({
  rest: { method: 'POST', path: '/api/v3/order' },
  socketMethod: 'order.place',
  security: 'trade',
  parameters: NEW_ORDER,
  weigh: costsIfRefused(1),
  ordersPlaced: () => 1,
  handle: (call) => {
    const request = placeRequest(call.parameters, call);
    return isBinanceError(request) ? request : placeCounted(call, request, call.parameters);
  },
});
