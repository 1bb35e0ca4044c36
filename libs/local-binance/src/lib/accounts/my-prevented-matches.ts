import type { ExchangeAccount, SymbolGrid } from '@org/simulator';
import { answer, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { SELF_TRADE_WORDS } from '../orders/order-words.ts';
import { gridOf } from '../orders/told-order.ts';
import { oneCombinationOf } from '../parameters/combinations.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import type { AccountPreventedMatch } from '../records/accounts/account-records.ts';
import { priceText, quantityText } from '../wire/decimal-text.ts';

/** Which parameters go together, besides `symbol` and `limit`. */
const COMBINATIONS = [['preventedMatchId'], ['orderId'], ['orderId', 'fromPreventedMatchId']] as const;

/** Trades that self-trade prevention has kept from happening. */
export const myPreventedMatches = defineSigned({
  rest: { method: 'GET', path: '/api/v3/myPreventedMatches' },
  socketMethod: 'myPreventedMatches',
  security: 'userData',
  parameters: {
    symbol: required(symbolName),
    preventedMatchId: optional(wholeNumber),
    orderId: optional(wholeNumber),
    fromPreventedMatchId: optional(wholeNumber),
    limit: defaulted(limitUpTo(1000), 500),
  },
  weigh: ({ symbol, orderId }, { exchange }) => {
    const isLong = orderId !== null && exchange.rules(symbol) !== undefined;
    return { weight: isLong ? 20 : 2, isFreeOnSuccess: false };
  },
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account }) => {
    const { symbol, preventedMatchId, orderId, fromPreventedMatchId, limit } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    const error = oneCombinationOf(COMBINATIONS, { preventedMatchId, orderId, fromPreventedMatchId });
    if (error !== null) return error;
    const fromId = preventedMatchId ?? fromPreventedMatchId ?? 0;
    const page = { fromId, startTime: null, endTime: null, limit: preventedMatchId === null ? limit : 1 };
    const matches = world.records.accounts
      .preventedMatches({ accountId: account.accountId, symbol }, page, orderId ?? undefined)
      .filter(({ match }) => preventedMatchId === null || match.preventedMatchId === preventedMatchId);
    return answer(matches.map((match) => preventedMatchShape(match, account, grid)));
  },
});

function preventedMatchShape(
  { symbol, time, match }: AccountPreventedMatch,
  { tradeGroupId }: ExchangeAccount,
  grid: SymbolGrid,
) {
  const { takerPrevented, makerPrevented } = match;
  return {
    symbol,
    preventedMatchId: match.preventedMatchId,
    takerOrderId: match.takerOrderId,
    makerSymbol: symbol,
    makerOrderId: match.makerOrderId,
    tradeGroupId: tradeGroupId ?? -1,
    selfTradePreventionMode: SELF_TRADE_WORDS[match.mode],
    price: priceText(match.price, grid),
    ...(takerPrevented === 0 ? {} : { takerPreventedQuantity: quantityText(takerPrevented, grid) }),
    ...(makerPrevented === 0 ? {} : { makerPreventedQuantity: quantityText(makerPrevented, grid) }),
    transactTime: time,
  };
}
