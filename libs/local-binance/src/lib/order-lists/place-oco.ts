import { costsIfRefused } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { side } from '../orders/order-words.ts';
import { decimal } from '../parameters/decimals.ts';
import { required } from '../parameters/parameter.ts';
import { pairError } from './list-rules.ts';
import { ABOVE, BELOW, LIST, pairedOrder } from './list-terms.ts';
import { placeList } from './place-list.ts';

/** One cancels the other. */
export const placeOco = defineSigned({
  rest: { method: 'POST', path: '/api/v3/orderList/oco' },
  socketMethod: 'orderList.place.oco',
  security: 'trade',
  parameters: { ...LIST, side: required(side), quantity: required(decimal), ...ABOVE, ...BELOW },
  weigh: costsIfRefused(1),
  ordersPlaced: () => 2,
  handle: (call) =>
    placeList(call, 2, (basics, grid) => {
      const { side, quantity, aboveType, belowType } = call.parameters;
      const error = pairError(side, aboveType, belowType);
      if (error !== null) return error;
      const pair = { side, quantity, quantityName: 'quantity' };
      const above = pairedOrder('above', call.parameters, pair, grid);
      if (isBinanceError(above)) return above;
      const below = pairedOrder('below', call.parameters, pair, grid);
      if (isBinanceError(below)) return below;
      return { ...basics, kind: 'oco', above, below };
    }),
});
