import type { SymbolGrid } from '@org/simulator';
import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import type { Amendment } from '../records/accounts/account-records.ts';
import { quantityText } from '../wire/decimal-text.ts';
import { gridOf } from './told-order.ts';

export const queryAmendments = defineSigned({
  rest: { method: 'GET', path: '/api/v3/order/amendments' },
  socketMethod: 'order.amendments',
  security: 'userData',
  parameters: {
    symbol: required(symbolName),
    orderId: required(wholeNumber),
    fromExecutionId: optional(wholeNumber),
    limit: defaulted(limitUpTo(1000), 500),
  },
  weigh: costs(4),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account: { accountId } }) => {
    const { symbol, orderId, fromExecutionId, limit } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    const page = { fromId: fromExecutionId ?? 0, startTime: null, endTime: null, limit };
    const amendments = world.records.accounts.amendments({ accountId, symbol }, page, orderId);
    return answer(amendments.map((amendment) => amendmentShape(amendment, grid)));
  },
});

function amendmentShape(amendment: Amendment, grid: SymbolGrid) {
  return {
    symbol: amendment.symbol,
    orderId: amendment.orderId,
    executionId: amendment.executionId,
    origClientOrderId: amendment.previousClientOrderId,
    newClientOrderId: amendment.newClientOrderId,
    origQty: quantityText(amendment.previousQuantity, grid),
    newQty: quantityText(amendment.newQuantity, grid),
    time: amendment.time,
  };
}
