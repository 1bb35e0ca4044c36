import fc from 'fast-check';
import { barsOf, seriesOf } from '../../../testing/bars.ts';
import { marketStage } from '../../../testing/market-stage.ts';
import { candlePath } from './candle-path-plan.ts';

const MINUTE_MS = 60_000;
const START = 1_704_067_200_000;

/** A minute after START; volumes in BTC. */
const bar = (minute: number, ...prices: readonly [number, number, number, number]) => [
  START + minute * MINUTE_MS,
  ...prices,
  3,
];
const FALL_AND_RISE = [bar(0, 100, 100, 99, 99.5), bar(1, 99.5, 102, 99.4, 101.8)];
const play = (rows = FALL_AND_RISE) => marketStage(candlePath({ series: seriesOf(rows) }));

describe('a market along recorded candles', () => {
  it('trades what was recorded', () => {
    const { markets, trades } = play();
    markets.advanceTo(START + 10 * MINUTE_MS);
    expect(barsOf(trades)).toEqual([
      [START, 10_000, 10_000, 9_900, 9_950, 300_000],
      [START + MINUTE_MS, 9_950, 10_200, 9_940, 10_180, 300_000],
    ]);
  });

  it('leaves out bars without volume, and gaps', () => {
    const silent = [START + MINUTE_MS, 99.5, 99.5, 99.5, 99.5, 0];
    const { markets, trades } = play([bar(0, 100, 100, 99, 99.5), silent, bar(5, 101, 102, 100, 101)]);
    markets.advanceTo(START + 10 * MINUTE_MS);
    expect(barsOf(trades).map(([openTime = 0]) => (openTime - START) / MINUTE_MS)).toEqual([0, 5]);
  });

  it('comes to an end and leaves the book', () => {
    const { markets, touch } = play();
    markets.advanceTo(START + 10 * MINUTE_MS);
    expect(markets.nextTime()).toBe(Infinity);
    const [bid, ask] = touch();
    expect(bid).toBeLessThan(10_180);
    expect(ask).toBeGreaterThan(10_180);
  });

  it('has a book from its first moment, around the price that comes', () => {
    const { markets, exchange, trades } = play();
    markets.advanceTo(START);
    const book = exchange.book('BTCUSDT', 100);
    expect(trades).toEqual([]);
    expect(book?.bids.length).toBeGreaterThan(10);
    expect(book?.bids[0]?.price).toBeLessThan(10_000);
    expect(book?.asks[0]?.price).toBeGreaterThan(10_000);
  });

  it('goes on inside a bar where it is opened late', () => {
    const whole = play();
    whole.markets.advanceTo(START + 10 * MINUTE_MS);
    const time = whole.trades[5]?.time ?? NaN;
    const late = marketStage(candlePath({ series: seriesOf(FALL_AND_RISE) }), { startTime: time });
    late.markets.advanceTo(START + 10 * MINUTE_MS);
    const told = (trades: typeof late.trades) =>
      trades.map(({ time, price, quantity }) => [time, price, quantity]);
    expect(told(late.trades)).toEqual(told(whole.trades).slice(6));
  });

  it('makes more trades where that is asked for, and the same bars', () => {
    const stage = marketStage(candlePath({ series: seriesOf(FALL_AND_RISE), tradesPerBar: 50 }));
    stage.markets.advanceTo(START + 10 * MINUTE_MS);
    const few = play();
    few.markets.advanceTo(START + 10 * MINUTE_MS);
    // A taker may find the lots at its price with several makers.
    expect(few.trades.length).toBe(8);
    expect(stage.trades.length).toBeGreaterThanOrEqual(100);
    expect(barsOf(stage.trades)).toEqual(barsOf(few.trades));
  });

  it('refuses an empty series and fewer trades than turns', () => {
    expect(() => candlePath({ series: seriesOf([]) })).toThrow('at least one candle');
    expect(() => candlePath({ series: seriesOf(FALL_AND_RISE), tradesPerBar: 3 })).toThrow(
      'allowed: whole numbers from 4',
    );
  });
});

describe("a user's order on recorded candles", () => {
  it('fills when the path comes to its price', () => {
    const { markets, reports, limit } = play();
    markets.advanceTo(START);
    const bid = limit('buy', 9_920, 1_000, START);
    const ask = limit('sell', 10_150, 1_000, START);
    markets.advanceTo(START + MINUTE_MS - 1);
    const filled = () =>
      reports
        .filter(({ execution }) => execution === 'trade')
        .map(({ order, fill }) => [order.orderId, fill?.price]);
    expect(filled()).toEqual([[bid, 9_920]]);
    markets.advanceTo(START + 2 * MINUTE_MS);
    expect(filled()).toEqual([
      [bid, 9_920],
      [ask, 10_150],
    ]);
  });

  it('fills at the very turn of the path', () => {
    const { markets, reports, limit } = play();
    markets.advanceTo(START);
    limit('buy', 9_900, 1, START);
    markets.advanceTo(START + MINUTE_MS);
    expect(reports.at(-1)?.order.status).toBe('filled');
  });

  it('does not fill where the path does not come', () => {
    const { markets, reports, limit } = play();
    markets.advanceTo(START);
    limit('buy', 9_899, 1_000, START);
    markets.advanceTo(START + 10 * MINUTE_MS);
    expect(reports.at(-1)?.order.status).toBe('new');
  });

  it('fills before the order that came to its price after it', () => {
    const { markets, reports, limit } = play();
    markets.advanceTo(START);
    const [first, second] = [limit('buy', 9_920, 1_000, START), limit('buy', 9_920, 1_000, START)];
    markets.advanceTo(START + 10 * MINUTE_MS);
    const filled = reports.filter(({ order }) => order.status === 'filled').map(({ order }) => order.orderId);
    expect(filled).toEqual([first, second]);
  });

  it('that is larger than what comes fills as far as takers go, and the path goes on', () => {
    const { markets, reports, trades, limit, exchange } = play();
    markets.advanceTo(START);
    const bid = limit('buy', 9_950, 200_000_000, START);
    markets.advanceTo(START + MINUTE_MS);
    const order = exchange.order({ accountId: 'user', symbol: 'BTCUSDT', orderId: bid, clientOrderId: null });
    const belowOrAt = trades.filter(({ price }) => price <= 9_950);
    expect(order?.executed).toBe(belowOrAt.reduce((sum, { quantity }) => sum + quantity, 0));
    expect(reports.at(-1)?.order.status).toBe('partiallyFilled');
    expect(trades.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(300_000);
  });

  it('takes from the book, which is there again with the next trade', () => {
    const { markets, market, trades, touch } = play();
    markets.advanceTo(START);
    market('buy', 10_000_000_000, START);
    expect(touch()[1]).toBeNull();
    const taken = trades.length;
    markets.advanceTo(START + 10 * MINUTE_MS);
    expect(touch()[1]).not.toBeNull();
    expect(trades.slice(taken).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(600_000);
  });

  it('changes neither the volume of a bar nor lets the book be crossed, whatever users rest', () => {
    const order = fc.record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      away: fc.integer({ min: 1, max: 250 }),
      lots: fc.integer({ min: 1, max: 400_000 }),
      second: fc.integer({ min: 0, max: 119 }),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 12 }), (orders) => {
        const { markets, limit, touch, trades } = play();
        for (let second = 0; second < 130; second++) {
          markets.advanceTo(START + second * 1000);
          const [bid, ask] = touch();
          expect(bid ?? 0).toBeLessThan(ask ?? Infinity);
          for (const { side, away, lots } of orders.filter((each) => each.second === second)) {
            const ticks = side === 'buy' ? (ask ?? 10_000) - away : (bid ?? 10_000) + away;
            limit(side, ticks, lots, START + second * 1000);
          }
        }
        expect(barsOf(trades).map((each) => each[5])).toEqual([300_000, 300_000]);
      }),
      { numRuns: 200 },
    );
  });
});
