import { answer, costsIfRefused, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { CANCELLING, refusalError } from '../errors/refusals.ts';
import { required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { cancelledShape } from './cancelled-order.ts';
import { newClientOrderId } from './client-order-id.ts';
import { gridOf } from './told-order.ts';

export const cancelOpenOrders = defineSigned({
  rest: { method: 'DELETE', path: '/api/v3/openOrders' },
  socketMethod: 'openOrders.cancelAll',
  security: 'trade',
  parameters: { symbol: required(symbolName) },
  weigh: costsIfRefused(1),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters: { symbol }, account }) => {
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    const cancelId = newClientOrderId();
    const outcomes = world.exchange.cancelAll(account.accountId, symbol, cancelId, world.marketTime.now());
    const cancelled = outcomes.filter((outcome) => outcome.kind !== 'refused');
    if (cancelled.length === 0) return refusalError({ reason: 'unknownOrder' }, CANCELLING);
    return answer(cancelled.map((outcome) => cancelledShape(world, outcome, cancelId)));
  },
});
