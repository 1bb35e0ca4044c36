import { BTC_GRID, NEW_YEAR_MS, tradeOf } from '../../../testing/trades.ts';
import { RecordedMarket } from './recorded-market.ts';

const MINUTE_MS = 60_000;

describe('the tape of a market', () => {
  const market = new RecordedMarket(BTC_GRID, { now: () => NEW_YEAR_MS });
  for (let tradeId = 1; tradeId <= 20_005; tradeId += 1) {
    market.add(tradeOf({ tradeId, time: NEW_YEAR_MS + tradeId, price: 100, quantity: 1 }));
  }
  const ids = (trades: readonly { tradeId: number }[]) => trades.map(({ tradeId }) => tradeId);

  it('gives the latest, oldest first', () => {
    expect(ids(market.trades.latest(3))).toEqual([20_003, 20_004, 20_005]);
  });

  it('gives those from an id on', () => {
    expect(ids(market.trades.from(19_999, 3))).toEqual([19_999, 20_000, 20_001]);
    expect(ids(market.trades.from(20_005, 3))).toEqual([20_005]);
    expect(ids(market.trades.from(20_006, 3))).toEqual([]);
  });

  it('forgets what is older than the last 20,000', () => {
    expect(ids(market.trades.from(1, 2))).toEqual([6, 7]);
    expect(market.trades.latest(1e6)).toHaveLength(20_000);
  });

  it('gives those between two times, both included', () => {
    const between = (limit: number, take: 'oldest' | 'newest') =>
      ids(market.trades.between(NEW_YEAR_MS + 10, NEW_YEAR_MS + 14, limit, take));
    expect(between(10, 'oldest')).toEqual([10, 11, 12, 13, 14]);
    expect(between(2, 'oldest')).toEqual([10, 11]);
    expect(between(2, 'newest')).toEqual([13, 14]);
  });
});

describe('aggregate trades', () => {
  const terms = { time: NEW_YEAR_MS, price: 100, quantity: 5, takerOrderId: 7 };
  const market = new RecordedMarket(BTC_GRID, { now: () => NEW_YEAR_MS });
  for (const trade of [
    { ...terms, tradeId: 1 },
    { ...terms, tradeId: 2, quantity: 6 },
    { ...terms, tradeId: 3, price: 101 },
    { ...terms, tradeId: 4, price: 101, takerOrderId: 8 },
    { ...terms, tradeId: 5, price: 101, takerOrderId: 8, time: NEW_YEAR_MS + 1 },
  ]) {
    market.add(tradeOf(trade));
  }

  it('are the trades of one taker at one price and time', () => {
    const shown = market.aggregates.latest(10);
    expect(shown.map((trade) => [trade.firstTradeId, trade.lastTradeId, trade.quantity])).toEqual([
      [1, 2, 11],
      [3, 3, 5],
      [4, 4, 5],
      [5, 5, 5],
    ]);
    expect(shown.map(({ aggregateId }) => aggregateId)).toEqual([1, 2, 3, 4]);
  });

  it('are found by id and by time, the last one included', () => {
    const ids = (trades: readonly { aggregateId: number }[]) => trades.map(({ aggregateId }) => aggregateId);
    expect(ids(market.aggregates.latest(2))).toEqual([3, 4]);
    expect(ids(market.aggregates.from(2, 2))).toEqual([2, 3]);
    expect(ids(market.aggregates.from(4, 2))).toEqual([4]);
    expect(ids(market.aggregates.between(NEW_YEAR_MS, NEW_YEAR_MS, 10, 'oldest'))).toEqual([1, 2, 3]);
    expect(ids(market.aggregates.between(NEW_YEAR_MS, NEW_YEAR_MS + 1, 2, 'newest'))).toEqual([3, 4]);
    expect(market.aggregates.last()?.aggregateId).toBe(4);
  });
});

describe('the average price of a market', () => {
  const at = (minutes: number) => NEW_YEAR_MS + minutes * MINUTE_MS;
  let now = at(4.5);
  const market = new RecordedMarket(BTC_GRID, { now: () => now });

  it('is none before the first trade', () => {
    expect(market.averagePrice(5)).toBeNull();
  });

  it('is what was paid over what was traded, in ticks', () => {
    market.add(tradeOf({ tradeId: 1, time: at(0), price: 100, quantity: 1 }));
    market.add(tradeOf({ tradeId: 2, time: at(4), price: 200, quantity: 3 }));
    // (100 × 1 + 200 × 3) / 4 = 175
    const { numerator = 0n, denominator = 1n } = market.averagePrice(5) ?? {};
    expect(numerator).toBe(175n * denominator);
  });

  it('forgets what is older than its minutes', () => {
    now = at(6);
    const { numerator = 0n, denominator = 1n } = market.averagePrice(5) ?? {};
    expect(numerator).toBe(200n * denominator);
  });

  it('is the last price where nothing was traded in its minutes', () => {
    now = at(60);
    expect(market.averagePrice(5)).toEqual({ numerator: 200n, denominator: 1n });
  });
});

describe('a rolling window', () => {
  const at = (minutes: number) => NEW_YEAR_MS + minutes * MINUTE_MS;
  let now = at(60.5);
  const market = new RecordedMarket(BTC_GRID, { now: () => now });

  it('is none before the first trade', () => {
    expect(market.rolling(60 * MINUTE_MS)).toBeNull();
  });

  it('begins with a whole minute and ends now', () => {
    market.add(tradeOf({ tradeId: 1, time: at(-0.5), price: 90, quantity: 1 }));
    market.add(tradeOf({ tradeId: 2, time: at(0.2), price: 100, quantity: 2 }));
    market.add(tradeOf({ tradeId: 3, time: at(30), price: 120, quantity: 3 }));
    market.add(tradeOf({ tradeId: 4, time: at(60.4), price: 80, quantity: 4 }));
    expect(market.rolling(60 * MINUTE_MS)).toEqual({
      openTime: at(0),
      closeTime: at(60.5),
      open: 100,
      high: 120,
      low: 80,
      last: 80,
      lastQuantity: 4,
      previousClose: 90,
      volume: 9000n,
      // 200 + 360 + 320 ticks times lots, 10 units each.
      quoteVolume: 8800n,
      tradeCount: 3,
      firstTradeId: 2,
      lastTradeId: 4,
    });
  });

  it('without trades stands at the price before it', () => {
    now = at(300);
    expect(market.rolling(60 * MINUTE_MS)).toMatchObject({
      open: 80,
      high: 80,
      low: 80,
      last: 80,
      previousClose: 80,
      volume: 0n,
      tradeCount: 0,
      firstTradeId: -1,
      lastTradeId: -1,
    });
  });
});
