import { definePublic } from '../../endpoints/define-endpoint.ts';
import type { World } from '../../world/world.ts';
import { priceText } from '../../wire/decimal-text.ts';
import { answerAbout, countAsked } from '../asked-markets.ts';
import type { KnownMarket } from '../known-market.ts';
import { bestPrices } from './best-prices.ts';
import { changes, extent, lastQuantityText, miniTicker, prices, volumes } from './ticker-body.ts';
import { askedMarkets, tickerType } from './ticker-parameters.ts';
import { untraded } from './untraded.ts';

const DAY_MS = 86_400_000;

/** The window begins with a whole minute, as that of every ticker here does. */
export const ticker24hr = definePublic({
  rest: { method: 'GET', path: '/api/v3/ticker/24hr' },
  socketMethod: 'ticker.24hr',
  security: 'none',
  parameters: { ...askedMarkets, type: tickerType },
  weigh: (asked) => ({ weight: weightOf(countAsked(asked)), isFreeOnSuccess: false }),
  handle: ({ world, parameters }) =>
    answerAbout(world, parameters, (market) =>
      parameters.type === 'MINI'
        ? miniTicker(lastDay(world, market), market.record.grid)
        : dayTicker(world, market),
    ),
});

function weightOf(count: number | null): number {
  if (count === null || count > 100) return 80;
  return count > 20 ? 40 : 2;
}

function lastDay(world: World, { record }: KnownMarket) {
  const now = world.marketTime.now();
  return record.rolling(DAY_MS) ?? untraded(now - DAY_MS, now);
}

function dayTicker(world: World, market: KnownMarket): object {
  const { grid } = market.record;
  const statistics = lastDay(world, market);
  const { openPrice, highPrice, lowPrice, lastPrice } = prices(statistics, grid);
  return {
    symbol: grid.symbol,
    ...changes(statistics, grid),
    prevClosePrice: priceText(statistics.previousClose, grid),
    lastPrice,
    lastQty: lastQuantityText(statistics, grid),
    ...bestPrices(world, grid),
    openPrice,
    highPrice,
    lowPrice,
    ...volumes(statistics, grid),
    ...extent(statistics),
  };
}
