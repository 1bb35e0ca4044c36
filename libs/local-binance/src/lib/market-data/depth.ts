import type { ShownLevel, SymbolGrid } from '@org/simulator';
import { answer } from '../endpoints/answers.ts';
import { definePublic } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { limitUpTo } from '../parameters/integers.ts';
import { defaulted, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { priceText, quantityText } from '../wire/decimal-text.ts';
import { knownMarket, symbolStatus } from './known-market.ts';

/** Up to so many levels a side weigh so much. */
const WEIGHTS = [
  { levels: 100, weight: 5 },
  { levels: 500, weight: 25 },
  { levels: 1000, weight: 50 },
  { levels: 5000, weight: 250 },
] as const;

export const depth = definePublic({
  rest: { method: 'GET', path: '/api/v3/depth' },
  socketMethod: 'depth',
  security: 'none',
  parameters: { symbol: required(symbolName), limit: defaulted(limitUpTo(5000), 100), symbolStatus },
  weigh: ({ limit }) => ({
    weight: WEIGHTS.find(({ levels }) => limit <= levels)?.weight ?? 250,
    isFreeOnSuccess: false,
  }),
  handle: ({ world, parameters }) => {
    const { symbol, limit } = parameters;
    const market = knownMarket(world, symbol, parameters.symbolStatus);
    if (isBinanceError(market)) return market;
    const { grid } = market.record;
    const book = world.exchange.book(symbol, limit);
    return answer({
      lastUpdateId: book?.updateId ?? 0,
      bids: book?.bids.map((level) => levelRow(level, grid)) ?? [],
      asks: book?.asks.map((level) => levelRow(level, grid)) ?? [],
    });
  },
});

export function levelRow({ price, quantity }: ShownLevel, grid: SymbolGrid): readonly [string, string] {
  return [priceText(price, grid), quantityText(quantity, grid)];
}
