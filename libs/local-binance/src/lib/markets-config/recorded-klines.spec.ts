import { firstIndexAt, readCandleFiles, sliceSeries } from '@org/market-data';
import { z } from 'zod';
import { hasSharedData, shared } from '../../testing/shared-data.ts';
import { closeExchanges, openExchange } from '../../testing/open-exchange.ts';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { candleMarkets } from './candle-markets.ts';
import { captureMarkets } from './capture-markets.ts';

const whereShared = hasSharedData ? describe : describe.skip;
const MINUTE_MS = 60_000;
/** 2024-12-05 01:00 UTC: a jump to 100,000, with the first of the volumes that have a sixth digit. */
const FROM = 1_733_360_400_000;
const BARS = 120;

const klinesSchema = z.array(z.tuple([z.number()]).rest(z.union([z.string(), z.number()])));

afterEach(closeExchanges);

whereShared('recorded bars', () => {
  it('are served as they were recorded, while no client trades', async () => {
    const [data] = readCandleFiles([shared('data', 'klines', 'BTCUSDT-1m-2024-12.csv.gz')]);
    if (data === undefined) throw new Error('no candles');
    const first = firstIndexAt(data.series, FROM);
    const series = sliceSeries(data.series, first, first + BARS);
    const { market, symbols, notes } = candleMarkets([series], { symbols: BUILT_IN_SYMBOLS, seed: 1 });
    const exchange = await openExchange({ market, symbols });
    exchange.advance(BARS * MINUTE_MS - 1);
    const answer = await fetch(`${exchange.restUrl}/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=${BARS}`);
    const served = klinesSchema.parse(await answer.json()).map((row) => row.slice(0, 6).map(Number));
    const { openTime, open, high, low, close, volume } = series;
    const recorded = Array.from(openTime, (time, bar) => [
      time,
      ...[open, high, low, close, volume].map((column) => column[bar]),
    ]);
    expect(recorded).toHaveLength(BARS);
    expect(served).toEqual(recorded);
    expect(notes).toEqual([expect.stringContaining('bars are finer than its filters')]);
  });
});

whereShared('a recorded book', () => {
  it('is the market of every symbol that it holds', () => {
    const file = shared('data', 'depth', 'BTCUSDT-spot-2024-08-08.ws.gz');
    const { market, symbols, notes } = captureMarkets([file], BUILT_IN_SYMBOLS);
    expect(market.map(({ symbol }) => symbol)).toEqual(['BTCUSDT']);
    expect(symbols.map(({ symbol }) => symbol)).toEqual(['BTCUSDT']);
    expect(notes).toEqual([]);
  });
});
