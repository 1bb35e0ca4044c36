import fc from 'fast-check';
import type { MarketTrade } from '@org/simulator';
import { BTC_GRID, NEW_YEAR_MS, tradeOf } from '../../../testing/trades.ts';
import type { KlineInterval } from './kline-interval.ts';
import { KLINE_INTERVALS, klineOpen, nextKlineOpen } from './kline-interval.ts';
import { RecordedMarket } from './recorded-market.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function recordedAt(now: number, trades: readonly MarketTrade[]): RecordedMarket {
  const market = new RecordedMarket(BTC_GRID, { now: () => now });
  for (const trade of trades) market.add(trade);
  return market;
}

const everything = { startMs: null, endMs: null, limit: 1000, offsetMs: 0 };

describe('klines', () => {
  const trades = [
    tradeOf({ tradeId: 1, time: NEW_YEAR_MS + 500, price: 100, quantity: 2 }),
    tradeOf({ tradeId: 2, time: NEW_YEAR_MS + 900, price: 105, quantity: 3, buyerIsMaker: true }),
    tradeOf({ tradeId: 3, time: NEW_YEAR_MS + 59_999, price: 95, quantity: 1 }),
    tradeOf({ tradeId: 4, time: NEW_YEAR_MS + 3 * MINUTE_MS, price: 98, quantity: 4 }),
  ];
  const market = recordedAt(NEW_YEAR_MS + 4 * MINUTE_MS + 1, trades);

  it('add up what was traded in them, in smallest units of base and quote', () => {
    expect(market.klines({ ...everything, interval: '1m', limit: 1, startMs: 0 })).toEqual([
      {
        openTime: NEW_YEAR_MS,
        closeTime: NEW_YEAR_MS + 59_999,
        open: 100,
        high: 105,
        low: 95,
        close: 95,
        // 6 lots of 1,000 units; takers bought 2 and 1 of them.
        volume: 6000n,
        takerVolume: 3000n,
        // A tick times a lot is 10 units of quote: (200 + 315 + 95) and (200 + 95) of them.
        quoteVolume: 6100n,
        takerQuoteVolume: 2950n,
        tradeCount: 3,
        firstTradeId: 1,
        lastTradeId: 3,
      },
    ]);
  });

  it('repeat the close before where nothing was traded, up to now', () => {
    const closes = market.klines({ ...everything, interval: '1m' });
    expect(closes.map(({ close, tradeCount }) => [close, tradeCount])).toEqual([
      [95, 3],
      [95, 0],
      [95, 0],
      [98, 1],
      [98, 0],
    ]);
    expect(closes.at(-1)).toMatchObject({ firstTradeId: -1, lastTradeId: -1, volume: 0n });
  });

  it('are the newest unless a start is given, and the oldest from there if it is', () => {
    const opens = (query: object) =>
      market
        .klines({ ...everything, interval: '1m', ...query })
        .map(({ openTime }) => (openTime - NEW_YEAR_MS) / MINUTE_MS);
    expect(opens({ limit: 2 })).toEqual([3, 4]);
    expect(opens({ limit: 2, endMs: NEW_YEAR_MS + 2 * MINUTE_MS })).toEqual([1, 2]);
    expect(opens({ limit: 2, startMs: NEW_YEAR_MS + 1 })).toEqual([1, 2]);
    expect(opens({ startMs: NEW_YEAR_MS + MINUTE_MS, endMs: NEW_YEAR_MS + 2 * MINUTE_MS })).toEqual([1, 2]);
    expect(opens({ startMs: NEW_YEAR_MS + HOUR_MS })).toEqual([]);
    expect(opens({ endMs: NEW_YEAR_MS - 1 })).toEqual([]);
  });

  it('are none before the first trade', () => {
    expect(recordedAt(NEW_YEAR_MS, []).klines({ ...everything, interval: '1h' })).toEqual([]);
  });

  it('of a day on another clock open when the day begins there', () => {
    const [day] = market.klines({ ...everything, interval: '1d', offsetMs: 8 * HOUR_MS });
    expect(day).toMatchObject({ openTime: NEW_YEAR_MS - 8 * HOUR_MS, tradeCount: 4 });
    const [hour] = market.klines({ ...everything, interval: '1h', offsetMs: 5.75 * HOUR_MS });
    expect(hour).toMatchObject({ openTime: NEW_YEAR_MS - 45 * MINUTE_MS, tradeCount: 4 });
  });

  it('of a month open on its first day', () => {
    const leapDay = Date.UTC(2024, 1, 29, 12);
    expect(klineOpen(leapDay, '1M')).toBe(Date.UTC(2024, 1, 1));
    expect(nextKlineOpen(Date.UTC(2024, 1, 1), '1M')).toBe(Date.UTC(2024, 2, 1));
  });

  it('of every length are what the trades make them', () => {
    fc.assert(
      fc.property(fc.array(trade, { minLength: 1, maxLength: 60 }), (steps) => {
        const happened = tape(steps);
        const now = happened.at(-1)?.time ?? 0;
        const recorded = recordedAt(now, happened);
        for (const interval of KLINE_INTERVALS) {
          const traded = recorded
            .klines({ ...everything, interval, startMs: NEW_YEAR_MS - 31 * 24 * HOUR_MS, limit: 1e6 })
            .filter(({ tradeCount }) => tradeCount > 0);
          expect(traded).toEqual(recomputed(interval, happened));
        }
      }),
      { numRuns: 60 },
    );
  });

  const trade = fc.record({
    // Mostly within a second, sometimes hours later.
    laterMs: fc.oneof(fc.nat(900), fc.nat(70_000), fc.nat(8 * HOUR_MS)),
    price: fc.integer({ min: 1, max: 1000 }),
    quantity: fc.integer({ min: 1, max: 1e9 }),
    buyerIsMaker: fc.boolean(),
  });

  function tape(
    steps: readonly { laterMs: number; price: number; quantity: number; buyerIsMaker: boolean }[],
  ) {
    let time = NEW_YEAR_MS;
    return steps.map(({ laterMs, ...terms }, index) => {
      time += laterMs;
      return tradeOf({ ...terms, time, tradeId: index + 1 });
    });
  }
});

/** The slow way: every bar from the trades within it. */
function recomputed(interval: KlineInterval, trades: readonly MarketTrade[]): readonly unknown[] {
  const opens = new Set(trades.map(({ time }) => klineOpen(time, interval)));
  const groups = [...opens].map(
    (open) => [open, trades.filter(({ time }) => klineOpen(time, interval) === open)] as const,
  );
  return groups.map(([openTime, group]) => barOfGroup(openTime, nextKlineOpen(openTime, interval), group));
}

function barOfGroup(openTime: number, next: number, group: readonly MarketTrade[]): unknown {
  const prices = group.map(({ price }) => price).toSorted((a, b) => a - b);
  const bought = group.filter(({ buyerIsMaker }) => !buyerIsMaker);
  return expect.objectContaining({
    openTime,
    closeTime: next - 1,
    open: group[0]?.price,
    high: prices.at(-1),
    low: prices[0],
    close: group.at(-1)?.price,
    volume: units(group),
    quoteVolume: worth(group),
    takerVolume: units(bought),
    takerQuoteVolume: worth(bought),
    tradeCount: group.length,
    firstTradeId: group[0]?.tradeId,
    lastTradeId: group.at(-1)?.tradeId,
  });
}

function units(trades: readonly MarketTrade[]): bigint {
  return trades.reduce((sum, { quantity }) => sum + BigInt(quantity) * BTC_GRID.unitsPerLot, 0n);
}

function worth(trades: readonly MarketTrade[]): bigint {
  return trades.reduce((sum, { quoteQuantity }) => sum + quoteQuantity, 0n);
}
