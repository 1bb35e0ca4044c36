import type { SymbolGrid } from '@org/simulator';
import { definePublic } from '../endpoints/define-endpoint.ts';
import { answer, costs } from '../endpoints/answers.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { limitUpTo, wholeNumber } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { time } from '../parameters/times.ts';
import type { AggregateTrade, Tape } from '../records/markets/market-records.ts';
import { priceText, quantityText } from '../wire/decimal-text.ts';
import { knownMarket } from './known-market.ts';

export const aggregateTrades = definePublic({
  rest: { method: 'GET', path: '/api/v3/aggTrades' },
  socketMethod: 'trades.aggregate',
  security: 'none',
  parameters: {
    symbol: required(symbolName),
    fromId: optional(wholeNumber),
    startTime: optional(time),
    endTime: optional(time),
    limit: defaulted(limitUpTo(1000), 500),
  },
  weigh: costs(4),
  handle: ({ world, parameters }) => {
    const { fromId, startTime, endTime } = parameters;
    const market = knownMarket(world, parameters.symbol);
    if (isBinanceError(market)) return market;
    if (fromId !== null && (startTime !== null || endTime !== null)) {
      return binanceError(-1128, 'Combination of optional parameters invalid.');
    }
    const { aggregates, grid } = market.record;
    const found = select(aggregates, parameters);
    return answer(found.map((trade) => aggregateRow(trade, grid)));
  },
});

interface Wanted {
  readonly fromId: number | null;
  readonly startTime: number | null;
  readonly endTime: number | null;
  readonly limit: number;
}

function select(
  tape: Tape<AggregateTrade>,
  { fromId, startTime, endTime, limit }: Wanted,
): readonly AggregateTrade[] {
  if (fromId !== null) return tape.from(fromId, limit);
  if (startTime === null && endTime === null) return tape.latest(limit);
  return tape.between(startTime ?? 0, endTime ?? Infinity, limit, startTime === null ? 'newest' : 'oldest');
}

function aggregateRow(trade: AggregateTrade, grid: SymbolGrid): object {
  return {
    a: trade.aggregateId,
    p: priceText(trade.price, grid),
    q: quantityText(trade.quantity, grid),
    f: trade.firstTradeId,
    l: trade.lastTradeId,
    T: trade.time,
    m: trade.buyerIsMaker,
    M: true,
  };
}
