import { costsIfRefused } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { side } from '../orders/order-words.ts';
import { decimal } from '../parameters/decimals.ts';
import { required } from '../parameters/parameter.ts';
import { pairError, workingError } from './list-rules.ts';
import {
  LIST,
  pairedOrder,
  PENDING,
  PENDING_ABOVE,
  PENDING_BELOW,
  sizedOrder,
  WORKING,
} from './list-terms.ts';
import { placeList } from './place-list.ts';

/** One triggers the other. */
export const placeOto = defineSigned({
  rest: { method: 'POST', path: '/api/v3/orderList/oto' },
  socketMethod: 'orderList.place.oto',
  security: 'trade',
  parameters: { ...LIST, ...WORKING, ...PENDING },
  weigh: costsIfRefused(1),
  ordersPlaced: () => 2,
  handle: (call) =>
    placeList(call, 2, (basics, grid) => {
      const error = workingError(call.parameters.workingType);
      if (error !== null) return error;
      const working = sizedOrder('working', call.parameters, grid);
      if (isBinanceError(working)) return working;
      const pending = sizedOrder('pending', call.parameters, grid);
      if (isBinanceError(pending)) return pending;
      return { ...basics, kind: 'oto', working, pending };
    }),
});

/** One triggers a pair. */
export const placeOtoco = defineSigned({
  rest: { method: 'POST', path: '/api/v3/orderList/otoco' },
  socketMethod: 'orderList.place.otoco',
  security: 'trade',
  parameters: {
    ...LIST,
    ...WORKING,
    pendingSide: required(side),
    pendingQuantity: required(decimal),
    ...PENDING_ABOVE,
    ...PENDING_BELOW,
  },
  weigh: costsIfRefused(1),
  ordersPlaced: () => 3,
  handle: (call) =>
    placeList(call, 3, (basics, grid) => {
      const { workingType, pendingSide, pendingQuantity, pendingAboveType, pendingBelowType } =
        call.parameters;
      const error = workingError(workingType) ?? pairError(pendingSide, pendingAboveType, pendingBelowType);
      if (error !== null) return error;
      const working = sizedOrder('working', call.parameters, grid);
      if (isBinanceError(working)) return working;
      const pair = { side: pendingSide, quantity: pendingQuantity, quantityName: 'pendingQuantity' };
      const above = pairedOrder('pendingAbove', call.parameters, pair, grid);
      if (isBinanceError(above)) return above;
      const below = pairedOrder('pendingBelow', call.parameters, pair, grid);
      if (isBinanceError(below)) return below;
      return { ...basics, kind: 'otoco', working, above, below };
    }),
});
