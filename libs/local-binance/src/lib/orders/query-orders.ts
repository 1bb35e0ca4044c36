import type { ExchangeOrder } from '@org/simulator';
import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { moreThanADay } from '../parameters/day-range.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { time } from '../parameters/times.ts';
import type { World } from '../world/world.ts';
import { queryShape } from './order-shape.ts';
import { gridOf, told } from './told-order.ts';

export const queryOpenOrders = defineSigned({
  rest: { method: 'GET', path: '/api/v3/openOrders' },
  socketMethod: 'openOrders.status',
  security: 'userData',
  parameters: { symbol: optional(symbolName) },
  weigh: ({ symbol }) => ({ weight: symbol === null ? 80 : 6, isFreeOnSuccess: false }),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters: { symbol }, account }) => {
    const grid = symbol === null ? null : gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    const orders = world.exchange.openOrders(account.accountId, symbol ?? undefined);
    return answer(orders.map((order) => queryShape(told(world, order))));
  },
});

export const queryAllOrders = defineSigned({
  rest: { method: 'GET', path: '/api/v3/allOrders' },
  socketMethod: 'allOrders',
  security: 'userData',
  parameters: {
    symbol: required(symbolName),
    orderId: optional(wholeNumber),
    startTime: optional(time),
    endTime: optional(time),
    limit: defaulted(limitUpTo(1000), 500),
  },
  weigh: costs(20),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account: { accountId } }) => {
    const { symbol, orderId, startTime, endTime, limit } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    const tooLong = moreThanADay(startTime, endTime);
    if (tooLong !== null) return tooLong;
    const page = { fromId: orderId, startTime, endTime, limit };
    const orders = world.records.accounts.orders({ accountId, symbol }, page);
    return answer(orders.map((order) => queryShape(told(world, asItStands(world, order)))));
  },
});

/** An order that is open may have moved on without a report: a stop that trails does. */
function asItStands({ exchange }: World, order: ExchangeOrder): ExchangeOrder {
  const { accountId, symbol, orderId } = order;
  return exchange.order({ accountId, symbol, orderId, clientOrderId: null }) ?? order;
}
