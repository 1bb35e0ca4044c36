import type { SymbolGrid } from '@org/simulator';
import { definePublic } from '../endpoints/define-endpoint.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { answer, costs } from '../endpoints/answers.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { limitUpTo } from '../parameters/integers.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { time, timeZone } from '../parameters/times.ts';
import { oneOf } from '../parameters/words.ts';
import { KLINE_INTERVALS } from '../records/markets/kline-interval.ts';
import type { Kline } from '../records/markets/market-records.ts';
import { amountText, priceText } from '../wire/decimal-text.ts';
import { knownMarket } from './known-market.ts';

export const klines = klinesAt('klines');

/** The same bars: what the exchange changes in them for its charts is not documented. */
export const uiKlines = klinesAt('uiKlines');

function klinesAt(name: 'klines' | 'uiKlines'): Endpoint {
  return definePublic({
    rest: { method: 'GET', path: `/api/v3/${name}` },
    socketMethod: name,
    security: 'none',
    parameters: {
      symbol: required(symbolName),
      interval: required(oneOf(KLINE_INTERVALS, () => binanceError(-1120, 'Invalid interval.'))),
      startTime: optional(time),
      endTime: optional(time),
      timeZone: defaulted(timeZone, 0),
      limit: defaulted(limitUpTo(1000), 500),
    },
    weigh: costs(2),
    handle: ({ world, parameters }) => {
      const { symbol, interval, startTime, endTime, limit } = parameters;
      const market = knownMarket(world, symbol);
      if (isBinanceError(market)) return market;
      const offsetMs = parameters.timeZone;
      const query = { interval, offsetMs, startMs: startTime, endMs: endTime, limit };
      const { record } = market;
      return answer(record.klines(query).map((kline) => klineRow(kline, record.grid)));
    },
  });
}

function klineRow(kline: Kline, grid: SymbolGrid): readonly (number | string)[] {
  return [
    kline.openTime,
    priceText(kline.open, grid),
    priceText(kline.high, grid),
    priceText(kline.low, grid),
    priceText(kline.close, grid),
    amountText(kline.volume, grid.base),
    kline.closeTime,
    amountText(kline.quoteVolume, grid.quote),
    kline.tradeCount,
    amountText(kline.takerVolume, grid.base),
    amountText(kline.takerQuoteVolume, grid.quote),
    '0',
  ];
}
