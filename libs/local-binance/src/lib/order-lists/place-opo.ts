import { costsIfRefused } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { side } from '../orders/order-words.ts';
import { required } from '../parameters/parameter.ts';
import { paidSidesError, pairError, workingError } from './list-rules.ts';
import {
  LIST,
  PAID_PENDING,
  PENDING_ABOVE,
  PENDING_BELOW,
  sizedOrder,
  unsizedOrder,
  WORKING,
} from './list-terms.ts';
import { placeList } from './place-list.ts';

/** One pays the other: a buy, and a sell of what it has brought. */
export const placeOpo = defineSigned({
  rest: { method: 'POST', path: '/api/v3/orderList/opo' },
  socketMethod: 'orderList.place.opo',
  security: 'trade',
  parameters: { ...LIST, ...WORKING, ...PAID_PENDING },
  weigh: costsIfRefused(1),
  ordersPlaced: () => 2,
  handle: (call) =>
    placeList(call, 2, (basics, grid) => {
      const { workingType, workingSide, pendingSide } = call.parameters;
      const error = workingError(workingType) ?? paidSidesError(workingSide, pendingSide);
      if (error !== null) return error;
      const working = sizedOrder('working', call.parameters, grid);
      if (isBinanceError(working)) return working;
      const pending = unsizedOrder('pending', call.parameters, pendingSide, grid);
      if (isBinanceError(pending)) return pending;
      return { ...basics, kind: 'opo', working, pending };
    }),
});

/** One pays a pair. */
export const placeOpoco = defineSigned({
  rest: { method: 'POST', path: '/api/v3/orderList/opoco' },
  socketMethod: 'orderList.place.opoco',
  security: 'trade',
  parameters: { ...LIST, ...WORKING, pendingSide: required(side), ...PENDING_ABOVE, ...PENDING_BELOW },
  weigh: costsIfRefused(1),
  ordersPlaced: () => 3,
  handle: (call) =>
    placeList(call, 3, (basics, grid) => {
      const { workingType, workingSide, pendingSide, pendingAboveType, pendingBelowType } = call.parameters;
      const error =
        workingError(workingType) ??
        paidSidesError(workingSide, pendingSide) ??
        pairError(pendingSide, pendingAboveType, pendingBelowType);
      if (error !== null) return error;
      const working = sizedOrder('working', call.parameters, grid);
      if (isBinanceError(working)) return working;
      const above = unsizedOrder('pendingAbove', call.parameters, pendingSide, grid);
      if (isBinanceError(above)) return above;
      const below = unsizedOrder('pendingBelow', call.parameters, pendingSide, grid);
      if (isBinanceError(below)) return below;
      return { ...basics, kind: 'opoco', working, above, below };
    }),
});
