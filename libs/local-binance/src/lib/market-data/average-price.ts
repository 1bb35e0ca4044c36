import type { AveragePrice, SymbolGrid } from '@org/simulator';
import { definePublic } from '../endpoints/define-endpoint.ts';
import { answer, costs } from '../endpoints/answers.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { fixedText } from '../wire/decimal-text.ts';
import { knownMarket } from './known-market.ts';

/** What the filters of live symbols average over. */
const MINUTES = 5;

export const averagePrice = definePublic({
  rest: { method: 'GET', path: '/api/v3/avgPrice' },
  socketMethod: 'avgPrice',
  security: 'none',
  parameters: { symbol: required(symbolName) },
  weigh: costs(2),
  handle: ({ world, parameters }) => {
    const market = knownMarket(world, parameters.symbol);
    if (isBinanceError(market)) return market;
    const { trades, grid } = market.record;
    const average = world.records.markets.averagePrice(parameters.symbol, MINUTES);
    return answer({
      mins: MINUTES,
      price: averagePriceText(average, grid),
      closeTime: trades.last()?.time ?? 0,
    });
  },
});

/** An average as a price; 0 where there is none. */
export function averagePriceText(average: AveragePrice | null, grid: SymbolGrid): string {
  return average === null ? fixedText(0n, grid.quote.decimals) : foundPriceText(average, grid);
}

/** A price that was reckoned, cut at the quote asset's last decimal. */
export function foundPriceText(average: AveragePrice, { tick, quote }: SymbolGrid): string {
  const scale = 10n ** BigInt(quote.decimals);
  const units = average.numerator * tick.units * scale;
  return fixedText(units / (average.denominator * 10n ** BigInt(tick.decimals)), quote.decimals);
}
