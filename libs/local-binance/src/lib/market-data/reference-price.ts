import { definePublic } from '../endpoints/define-endpoint.ts';
import { answer, costs } from '../endpoints/answers.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { calculationJson } from '../symbols/reference-price-json.ts';
import { foundPriceText } from './average-price.ts';
import { knownMarket, symbolStatus } from './known-market.ts';

/** What filters and price ranges measure by, on symbols that have it. */
export const referencePrice = definePublic({
  rest: { method: 'GET', path: '/api/v3/referencePrice' },
  socketMethod: 'referencePrice',
  security: 'none',
  parameters: { symbol: required(symbolName) },
  weigh: costs(2),
  handle: ({ world, parameters: { symbol } }) => {
    const market = knownMarket(world, symbol);
    if (isBinanceError(market)) return market;
    const found = world.records.markets.referencePrice(symbol);
    return answer({
      symbol,
      referencePrice: found === null ? null : foundPriceText(found, market.record.grid),
      timestamp: world.marketTime.now(),
    });
  },
});

export const referencePriceCalculation = definePublic({
  rest: { method: 'GET', path: '/api/v3/referencePrice/calculation' },
  socketMethod: 'referencePrice.calculation',
  security: 'none',
  parameters: { symbol: required(symbolName), symbolStatus },
  weigh: costs(2),
  handle: ({ world, parameters: { symbol, symbolStatus: status } }) => {
    const market = knownMarket(world, symbol, status);
    if (isBinanceError(market)) return market;
    const calculation = market.rules.referencePrice;
    if (calculation === undefined) return binanceError(-2043, "This symbol doesn't have a reference price.");
    return answer({ symbol, ...calculationJson(calculation) });
  },
});
