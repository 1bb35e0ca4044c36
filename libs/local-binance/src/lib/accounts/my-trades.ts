import type { SymbolGrid } from '@org/simulator';
import { answer, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { decimalsOf, gridOf } from '../orders/told-order.ts';
import { oneCombinationOf } from '../parameters/combinations.ts';
import { moreThanADay } from '../parameters/day-range.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { time } from '../parameters/times.ts';
import type { AccountFill } from '../records/accounts/account-records.ts';
import { amountText, fixedText, priceText, quantityText } from '../wire/decimal-text.ts';

/** Which parameters go together, besides `symbol` and `limit`. */
const COMBINATIONS = [
  [],
  ['orderId'],
  ['startTime'],
  ['endTime'],
  ['fromId'],
  ['startTime', 'endTime'],
  ['orderId', 'fromId'],
] as const;

export const myTrades = defineSigned({
  rest: { method: 'GET', path: '/api/v3/myTrades' },
  socketMethod: 'myTrades',
  security: 'userData',
  parameters: {
    symbol: required(symbolName),
    orderId: optional(wholeNumber),
    startTime: optional(time),
    endTime: optional(time),
    fromId: optional(wholeNumber),
    limit: defaulted(limitUpTo(1000), 500),
  },
  weigh: ({ orderId }) => ({ weight: orderId === null ? 20 : 5, isFreeOnSuccess: false }),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account: { accountId } }) => {
    const { symbol, orderId, startTime, endTime, fromId } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    const error =
      oneCombinationOf(COMBINATIONS, { orderId, startTime, endTime, fromId }) ??
      moreThanADay(startTime, endTime);
    if (error !== null) return error;
    const of = { accountId, symbol };
    const fills = world.records.accounts.fills(of, parameters, orderId ?? undefined);
    const decimals = decimalsOf(world);
    return answer(fills.map((fill) => tradeShape(fill, grid, decimals(fill.fill.commissionAsset))));
  },
});

function tradeShape(
  { symbol, orderId, listId, side, time, fill }: AccountFill,
  grid: SymbolGrid,
  commissionDecimals: number,
) {
  return {
    symbol,
    id: fill.tradeId,
    orderId,
    orderListId: listId ?? -1,
    price: priceText(fill.price, grid),
    qty: quantityText(fill.quantity, grid),
    quoteQty: amountText(fill.quoteQuantity, grid.quote),
    commission: fixedText(fill.commission, commissionDecimals),
    commissionAsset: fill.commissionAsset,
    time,
    isBuyer: side === 'buy',
    isMaker: fill.isMaker,
    isBestMatch: true,
  };
}
