import type { MarketTrade, SymbolGrid } from '@org/simulator';
import { definePublic } from '../endpoints/define-endpoint.ts';
import { answer, costs } from '../endpoints/answers.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { amountText, priceText, quantityText } from '../wire/decimal-text.ts';
import { knownMarket } from './known-market.ts';

const limit = defaulted(limitUpTo(1000), 500);

export const recentTrades = definePublic({
  rest: { method: 'GET', path: '/api/v3/trades' },
  socketMethod: 'trades.recent',
  security: 'none',
  parameters: { symbol: required(symbolName), limit },
  weigh: costs(25),
  handle: ({ world, parameters }) => {
    const market = knownMarket(world, parameters.symbol);
    if (isBinanceError(market)) return market;
    const { trades, grid } = market.record;
    return answer(trades.latest(parameters.limit).map((trade) => tradeRow(trade, grid)));
  },
});

/** Reaches back as far as the tape does. */
export const historicalTrades = definePublic({
  rest: { method: 'GET', path: '/api/v3/historicalTrades' },
  socketMethod: 'trades.historical',
  security: 'none',
  parameters: { symbol: required(symbolName), limit, fromId: optional(wholeNumber) },
  weigh: costs(25),
  handle: ({ world, parameters }) => {
    const { symbol, fromId } = parameters;
    const market = knownMarket(world, symbol);
    if (isBinanceError(market)) return market;
    const { trades, grid } = market.record;
    const found = fromId === null ? trades.latest(parameters.limit) : trades.from(fromId, parameters.limit);
    return answer(found.map((trade) => tradeRow(trade, grid)));
  },
});

/** Nothing is traded in blocks on this exchange, so there is never one to tell of. */
export const historicalBlockTrades = definePublic({
  rest: { method: 'GET', path: '/api/v3/historicalBlockTrades' },
  socketMethod: 'blockTrades.historical',
  security: 'none',
  parameters: { symbol: required(symbolName), fromId: required(wholeNumber), limit },
  weigh: costs(25),
  handle: ({ world, parameters }) => {
    const market = knownMarket(world, parameters.symbol);
    return isBinanceError(market) ? market : answer([]);
  },
});

export function tradeRow(trade: MarketTrade, grid: SymbolGrid): object {
  return {
    id: trade.tradeId,
    price: priceText(trade.price, grid),
    qty: quantityText(trade.quantity, grid),
    quoteQty: amountText(trade.quoteQuantity, grid.quote),
    time: trade.time,
    isBuyerMaker: trade.buyerIsMaker,
    isBestMatch: true,
  };
}
