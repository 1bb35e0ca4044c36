import type { CancelRequest } from '@org/simulator';
import { costsIfRefused, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { wholeNumber } from '../parameters/integers.ts';
import type { Reader } from '../parameters/parameter.ts';
import { optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { cancelledOrder } from './cancelled-order.ts';
import { clientOrderId, newClientOrderId } from './client-order-id.ts';
import { neither } from './order-terms.ts';
import { gridOf } from './told-order.ts';

/** Which state an order must be in to be taken back. */
export const cancelRestrictions: Reader<'new' | 'partiallyFilled'> = (text) => {
  if (text === 'ONLY_NEW') return { kind: 'value', value: 'new' };
  if (text === 'ONLY_PARTIALLY_FILLED') return { kind: 'value', value: 'partiallyFilled' };
  return binanceError(-1145, 'Invalid cancelRestrictions');
};

export const cancelOrder = defineSigned({
  rest: { method: 'DELETE', path: '/api/v3/order' },
  socketMethod: 'order.cancel',
  security: 'trade',
  parameters: {
    symbol: required(symbolName),
    orderId: optional(wholeNumber),
    origClientOrderId: optional(clientOrderId),
    newClientOrderId: optional(clientOrderId),
    cancelRestrictions: optional(cancelRestrictions),
  },
  weigh: costsIfRefused(1),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account }) => {
    const { symbol, orderId, origClientOrderId } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    if (orderId === null && origClientOrderId === null) return neither('origClientOrderId', 'orderId');
    const request: CancelRequest = {
      accountId: account.accountId,
      symbol,
      orderId,
      clientOrderId: origClientOrderId,
      cancelId: parameters.newClientOrderId ?? newClientOrderId(),
      only: parameters.cancelRestrictions,
    };
    const outcome = world.exchange.cancel(request, world.marketTime.now());
    return cancelledOrder(world, outcome, request.cancelId);
  },
});
