import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { binanceError } from '../errors/binance-error.ts';
import { required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { filterJson, isExchangeWide } from '../symbols/filter-json.ts';

/** The filters that hold for the account on a market. */
export const myFilters = defineSigned({
  rest: { method: 'GET', path: '/api/v3/myFilters' },
  socketMethod: 'myFilters',
  security: 'userData',
  parameters: { symbol: required(symbolName) },
  weigh: costs(40),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters: { symbol } }) => {
    const rules = world.exchange.rules(symbol);
    if (rules === undefined) return binanceError(-1121, 'Invalid symbol.');
    const told = (isWide: boolean) =>
      rules.filters
        .filter(({ kind }) => isExchangeWide(kind) === isWide)
        .map((filter) => filterJson(filter, rules));
    return answer({ exchangeFilters: told(true), symbolFilters: told(false), assetFilters: [] });
  },
});
