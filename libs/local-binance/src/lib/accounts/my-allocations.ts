import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { gridOf } from '../orders/told-order.ts';
import { oneCombinationOf } from '../parameters/combinations.ts';
import { moreThanADay } from '../parameters/day-range.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { time } from '../parameters/times.ts';

/** Which parameters go together, besides `symbol` and `limit`. */
const COMBINATIONS = [
  [],
  ['startTime'],
  ['endTime'],
  ['startTime', 'endTime'],
  ['fromAllocationId'],
  ['orderId'],
  ['orderId', 'fromAllocationId'],
] as const;

/** What a router has given instead of trades: nothing, as routed orders trade in their own books. */
export const myAllocations = defineSigned({
  rest: { method: 'GET', path: '/api/v3/myAllocations' },
  socketMethod: 'myAllocations',
  security: 'userData',
  parameters: {
    symbol: required(symbolName),
    startTime: optional(time),
    endTime: optional(time),
    fromAllocationId: optional(wholeNumber),
    limit: defaulted(limitUpTo(1000), 500),
    orderId: optional(wholeNumber),
  },
  weigh: costs(20),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters }) => {
    const { symbol, startTime, endTime, fromAllocationId, orderId } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    const error =
      oneCombinationOf(COMBINATIONS, { startTime, endTime, fromAllocationId, orderId }) ??
      moreThanADay(startTime, endTime);
    return error ?? answer([]);
  },
});
