import type { Candle } from '@org/domain';
import type { CandleCursor } from '@org/market-data';
import { syntheticSeries } from '@org/simulator';
import type { FeedNeed } from './paper-market.ts';
import { openRecordedFeed } from './recorded-paper-market.ts';
import { syntheticPaperMarket } from './synthetic-paper-market.ts';

const BARS = 300;
const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 1);
const request = { seed: 5, symbols: ['BTCUSDT', 'ETHUSDT'], interval: '1h', instruments: null } as const;
const recorded = new Map(
  request.symbols.map((symbol) => [symbol, syntheticSeries({ seed: 5, symbol, interval: '1h' }, BARS)]),
);

function drain(cursor: CandleCursor): readonly Candle[] {
  const bars: Candle[] = [];
  while (cursor.nextCloseTime < Infinity) bars.push(cursor.take());
  return bars;
}

const feed = (symbol: string, interval: '1h' | '4h', warmUp = 0): FeedNeed => ({ symbol, interval, warmUp });

describe('the synthetic market', () => {
  const market = syntheticPaperMarket(request);

  it.each([
    ['an hour', feed('BTCUSDT', '1h'), null],
    ['four hours', feed('BTCUSDT', '4h'), null],
    ['an hour from the middle, with history', feed('ETHUSDT', '1h', 20), START + 100 * HOUR],
    ['an hour from the middle of a bar', feed('ETHUSDT', '1h', 20), START + 100.5 * HOUR],
    ['four hours from the middle, with history', feed('ETHUSDT', '4h', 5), START + 101 * HOUR],
    ['an hour, with more history than there is', feed('ETHUSDT', '1h', 50), START + 3 * HOUR],
    ['an hour from before the start', feed('ETHUSDT', '1h', 50), START - HOUR],
  ])('has the bars of a recorded one for %s', (_what, need, fromMs) => {
    const toMs = START + BARS * HOUR;
    const bars = drain(market.open(need, { fromMs, toMs }));
    expect(bars).toEqual(drain(openRecordedFeed(recorded, need, { fromMs, toMs })));
    expect(bars.length).toBeGreaterThan(40);
  });

  it('never ends by itself', () => {
    const cursor = market.open(feed('BTCUSDT', '1h'), { fromMs: null, toMs: null });
    for (let bar = 0; bar < 2 * BARS; bar++) cursor.take();
    expect(cursor.nextCloseTime).toBe(START + (2 * BARS + 1) * HOUR);
  });

  it('gives nothing behind its end', () => {
    const cursor = market.open(feed('BTCUSDT', '1h'), { fromMs: null, toMs: START + HOUR });
    cursor.take();
    expect(cursor.nextCloseTime).toBe(Infinity);
    expect(() => cursor.take()).toThrow('there is no further bar of BTCUSDT 1h');
  });

  it('takes no rules of its own', () => {
    expect(() => syntheticPaperMarket({ ...request, instruments: 'rules.json' })).toThrow('--market FILE');
  });
});
