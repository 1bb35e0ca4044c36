import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { gridOf } from '../orders/told-order.ts';
import { required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { discountShape, ratesShape } from './commission-shape.ts';

export const accountCommission = defineSigned({
  rest: { method: 'GET', path: '/api/v3/account/commission' },
  socketMethod: 'account.commission',
  security: 'userData',
  parameters: { symbol: required(symbolName) },
  weigh: costs(20),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters: { symbol }, account }) => {
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    return answer({
      symbol,
      standardCommission: ratesShape(account.standardCommission),
      specialCommission: ratesShape(account.specialCommission),
      taxCommission: ratesShape(account.taxCommission),
      discount: discountShape(account),
    });
  },
});
