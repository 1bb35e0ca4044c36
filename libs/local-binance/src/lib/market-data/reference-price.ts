import { definePublic } from '../endpoints/define-endpoint.ts';
import { costs } from '../endpoints/answers.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import type { World } from '../world/world.ts';
import type { SymbolStatusWord } from './known-market.ts';
import { knownMarket, symbolStatus } from './known-market.ts';

/** Prices of other markets, which some symbols are measured by. None of this exchange's symbols is. */
export const referencePrice = definePublic({
  rest: { method: 'GET', path: '/api/v3/referencePrice' },
  socketMethod: 'referencePrice',
  security: 'none',
  parameters: { symbol: required(symbolName) },
  weigh: costs(2),
  handle: ({ world, parameters }) => withoutReference(world, parameters.symbol, null),
});

export const referencePriceCalculation = definePublic({
  rest: { method: 'GET', path: '/api/v3/referencePrice/calculation' },
  socketMethod: 'referencePrice.calculation',
  security: 'none',
  parameters: { symbol: required(symbolName), symbolStatus },
  weigh: costs(2),
  handle: ({ world, parameters }) => withoutReference(world, parameters.symbol, parameters.symbolStatus),
});

function withoutReference(world: World, symbol: string, status: SymbolStatusWord | null): BinanceError {
  const market = knownMarket(world, symbol, status);
  if (isBinanceError(market)) return market;
  return binanceError(-2043, "This symbol doesn't have a reference price.");
}
