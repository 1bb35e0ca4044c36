import type { PlaceRequest } from '@org/simulator';
import { costsIfRefused, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { decimal } from '../parameters/decimals.ts';
import type { Parameters } from '../parameters/parameter.ts';
import { required } from '../parameters/parameter.ts';
import type { NewOrder } from './new-order.ts';
import { NEW_ORDER, placeRequest } from './new-order.ts';
import { COMPUTE_RATES, tested, weighTest } from './order-test.ts';
import { placeCounted } from './place-counted.ts';
import type { Trader } from './trader.ts';

const {
  stopPrice,
  trailingDelta,
  quoteOrderQty,
  pegPriceType,
  pegOffsetType,
  pegOffsetValue,
  ...ROUTED_TERMS
} = NEW_ORDER;

const ROUTED_ORDER = { ...ROUTED_TERMS, quantity: required(decimal) };

/** What a routed order has no say in. */
const NOT_ROUTED = {
  stopPrice: null,
  trailingDelta: null,
  quoteOrderQty: null,
  pegPriceType: null,
  pegOffsetType: null,
  pegOffsetValue: null,
};

/**
 * Routes an order to the best of the books that trade its base asset. Here each base has one book for that, the
 * symbol's own: the floor that the order works on is always the exchange's.
 */
export const placeRoutedOrder = defineSigned({
  rest: { method: 'POST', path: '/api/v3/sor/order' },
  socketMethod: 'sor.order.place',
  security: 'trade',
  parameters: ROUTED_ORDER,
  weigh: costsIfRefused(1),
  ordersPlaced: () => 1,
  handle: (call) => {
    const request = routedRequest(call.parameters, call);
    if (isBinanceError(request)) return request;
    const { type, newOrderRespType } = call.parameters;
    const length = newOrderRespType ?? 'FULL';
    return routed(placeCounted(call, request, { type, newOrderRespType: length }), length);
  },
});

export const testRoutedOrder = defineSigned({
  rest: { method: 'POST', path: '/api/v3/sor/order/test' },
  socketMethod: 'sor.order.test',
  security: 'trade',
  parameters: { ...ROUTED_ORDER, ...COMPUTE_RATES },
  weigh: weighTest,
  ordersPlaced: NO_ORDERS,
  handle: (call) => {
    const request = routedRequest(call.parameters, call);
    return isBinanceError(request) ? request : tested(call, request, call.parameters);
  },
});

function routedRequest(
  parameters: Parameters<typeof ROUTED_ORDER>,
  trader: Trader,
): PlaceRequest | BinanceError {
  const order: NewOrder = { ...parameters, ...NOT_ROUTED };
  if (order.type !== 'limit' && order.type !== 'market') return binanceError(-1116, 'Invalid orderType.');
  return placeRequest(order, trader);
}

function routed(placed: Answer | BinanceError, length: 'ACK' | 'RESULT' | 'FULL'): Answer | BinanceError {
  if (placed.kind === 'error' || length === 'ACK') return placed;
  return { ...placed, body: Object.assign({}, placed.body, { workingFloor: 'EXCHANGE', usedSor: true }) };
}
