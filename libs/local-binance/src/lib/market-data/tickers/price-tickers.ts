import { price } from '@org/domain';
import { definePublic } from '../../endpoints/define-endpoint.ts';
import type { Weight } from '../../endpoints/endpoint.ts';
import { priceText } from '../../wire/decimal-text.ts';
import type { AskedMarkets } from '../asked-markets.ts';
import { answerAbout } from '../asked-markets.ts';
import { bestPrices } from './best-prices.ts';
import { askedMarkets } from './ticker-parameters.ts';

export const tickerPrice = definePublic({
  rest: { method: 'GET', path: '/api/v3/ticker/price' },
  socketMethod: 'ticker.price',
  security: 'none',
  parameters: askedMarkets,
  weigh: weightOf,
  handle: ({ world, parameters }) =>
    answerAbout(world, parameters, ({ record: { grid } }) => ({
      symbol: grid.symbol,
      price: priceText(world.exchange.lastPrice(grid.symbol) ?? price(0), grid),
    })),
});

export const tickerBook = definePublic({
  rest: { method: 'GET', path: '/api/v3/ticker/bookTicker' },
  socketMethod: 'ticker.book',
  security: 'none',
  parameters: askedMarkets,
  weigh: weightOf,
  handle: ({ world, parameters }) =>
    answerAbout(world, parameters, ({ record: { grid } }) => ({
      symbol: grid.symbol,
      ...bestPrices(world, grid),
    })),
});

function weightOf({ symbol }: AskedMarkets): Weight {
  return { weight: symbol === null ? 4 : 2, isFreeOnSuccess: false };
}
