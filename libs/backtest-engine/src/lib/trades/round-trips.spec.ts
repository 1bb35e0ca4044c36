import fc from 'fast-check';
import { sampleFill } from '../../../test/sample-trades.ts';
import { BITCOIN } from '../../../test/sample-backtest.ts';
import type { Fill } from '../result/fill.ts';
import { roundTrips } from './round-trips.ts';

const HOUR_MS = 3_600_000;
const options = { instruments: [BITCOIN], lastPrice: () => 120 };
const trips = (...fills: Partial<Fill>[]) =>
  roundTrips(
    fills.map((fill, hour) => sampleFill({ time: hour * HOUR_MS, ...fill })),
    options,
  );

describe('a round trip', () => {
  it('goes from flat to flat: 1 BTC at 100 and 110, fees in what is received', () => {
    const { trades, openPositions } = trips(
      { quantity: 1, price: 100, fee: 0.001, feeAsset: 'BTC', reason: 'in' },
      { side: 'sell', quantity: 0.999, price: 110, fee: 0.10989, kind: 'target', reason: 'out' },
    );
    expect(openPositions).toEqual([]);
    expect(trades).toEqual([
      {
        symbol: 'BTCUSDT',
        strategyId: 'sma-cross',
        entryTime: 0,
        exitTime: HOUR_MS,
        holdingHours: 1,
        quantity: 0.999,
        entryPrice: 100,
        exitPrice: 110,
        // 0.999 × 110 - 0.10989 - 100
        profit: expect.closeTo(9.78011, 9),
        return: expect.closeTo(0.0978011, 9),
        // 0.001 BTC at 100, and 0.10989
        fees: expect.closeTo(0.20989, 9),
        entryReason: 'in',
        exitReason: 'out',
        exitKind: 'target',
      },
    ]);
  });

  it('keeps the very price of a fill: 7388.95 × 0.33834 / 0.33834 is 7388.949999999999 in doubles', () => {
    const { trades } = trips(
      { quantity: 0.33834, price: 7388.95 },
      { side: 'sell', quantity: 0.338, price: 8053.93 },
      { side: 'sell', quantity: 0.00034, price: 8053.93 },
    );
    expect(trades).toMatchObject([{ entryPrice: 7388.95, exitPrice: 8053.93 }]);
  });

  it('buys and sells in parts at average cost, and ends for the last reason', () => {
    const { trades } = trips(
      { quantity: 1, price: 100, reason: 'first' },
      { quantity: 1, price: 120, reason: 'more' },
      { side: 'sell', quantity: 0.5, price: 130, reason: 'some' },
      { side: 'sell', quantity: 1.5, price: 90, kind: 'stop', reason: 'rest' },
    );
    // Average cost 110: 0.5 × 20 - 1.5 × 20
    expect(trades).toMatchObject([
      {
        profit: -20,
        return: -20 / 220,
        entryPrice: 110,
        exitPrice: 100,
        quantity: 2,
        entryReason: 'first',
        exitReason: 'rest',
      },
    ]);
  });

  it('pays a fee in quote on top of the cost', () => {
    const { trades } = trips({ price: 100, fee: 1 }, { side: 'sell', price: 110, fee: 2 });
    expect(trades[0]).toMatchObject({ profit: 7, fees: 3 });
    expect(trades[0]?.return).toBeCloseTo(7 / 101, 12);
  });

  it('pays a fee in a third asset at its price then', () => {
    const fills = [
      sampleFill({ price: 100, fee: 0.01, feeAsset: 'BNB' }),
      sampleFill({ time: HOUR_MS, side: 'sell', price: 110, fee: 0.01, feeAsset: 'BNB' }),
    ];
    const assetPrice = (asset: string, time: number) => (asset === 'BNB' && time === 0 ? 300 : 400);
    expect(roundTrips(fills, { ...options, assetPrice }).trades).toMatchObject([{ profit: 3, fees: 7 }]);
    expect(() => roundTrips(fills, options)).toThrow('a fee was paid in BNB, whose price is not known');
  });

  it('pays a fee in base on a sell from what is held', () => {
    const { trades } = trips(
      { quantity: 1.001 },
      { side: 'sell', quantity: 1, price: 110, fee: 0.001, feeAsset: 'BTC' },
    );
    expect(trades[0]?.profit).toBeCloseTo(110 - 100.1, 9);
  });
});

describe('a fee in an asset that is traded itself', () => {
  const coin = { ...BITCOIN, symbol: 'BNBUSDT', base: { code: 'BNB', decimals: 8 } };
  const bnb = (facts: Partial<Fill>) => sampleFill({ symbol: 'BNBUSDT', feeAsset: 'BNB', ...facts });
  const bought = bnb({ quantity: 2, fee: 0 });
  const sold = bnb({ side: 'sell', quantity: 2, price: 110, fee: 0.5, time: HOUR_MS });

  it('leaves the position alone where the account has enough of it beside', () => {
    const told = roundTrips([bought, sold], {
      instruments: [coin],
      lastPrice: () => 0,
      stock: new Map([['BNB', 1]]),
    });
    // 2 × 10, and 0.5 BNB at 110 paid for it.
    expect(told).toMatchObject({ trades: [{ quantity: 2, profit: -35, fees: 55 }], openPositions: [] });
  });

  it('of a sale of part takes what the account lacks beside from the rest of the position', () => {
    const part = { ...sold, quantity: 1 };
    const stock = new Map([['BNB', 0.1]]);
    const told = roundTrips([bought, part], { instruments: [coin], lastPrice: () => 110, stock });
    expect(told.openPositions).toMatchObject([{ quantity: 0.6, averageCost: 100, fees: 55 }]);
    // Two BNB rose by 10 each, and 0.5 BNB at 110 were paid.
    expect(told.openPositions[0]?.profit).toBeCloseTo(20 - 55, 9);
  });

  it('of another market takes it from the position of the payer first, then from those of others', () => {
    const fills = [
      bnb({ strategyId: 'other', quantity: 1, fee: 0 }),
      bnb({ strategyId: 'payer', quantity: 0.2, fee: 0 }),
      sampleFill({ strategyId: 'payer', fee: 0.5, feeAsset: 'BNB', time: 1 }),
    ];
    const { trades, openPositions } = roundTrips(fills, {
      instruments: [BITCOIN, coin],
      lastPrice: () => 100,
      assetPrice: () => 100,
    });
    expect(trades).toMatchObject([{ symbol: 'BNBUSDT', strategyId: 'payer' }]);
    expect(openPositions).toMatchObject([
      { symbol: 'BNBUSDT', strategyId: 'other', quantity: 0.7 },
      { symbol: 'BTCUSDT', strategyId: 'payer', fees: 50 },
    ]);
  });
});

describe('dust', () => {
  it('counts as flat below a lot, and below what can be sold', () => {
    expect(trips({ quantity: 1.000004 }, { side: 'sell', quantity: 1 }).trades).toHaveLength(1);
    // 0.04 BTC at 100 is 4 USDT, and the least order is 5.
    expect(trips({ quantity: 1.04 }, { side: 'sell', quantity: 1 }).trades).toHaveLength(1);
    expect(trips({ quantity: 1.06 }, { side: 'sell', quantity: 1 }).trades).toHaveLength(0);
  });

  it('is not one lot that is worth an order: 0.00001 BTC at 1,000,000 are 10 USDT', () => {
    const bought = { quantity: 1.00001, price: 1_000_000 };
    expect(trips(bought, { side: 'sell', quantity: 1, price: 1_000_000 }).trades).toEqual([]);
    expect(trips(bought, { side: 'sell', quantity: 1.00001, price: 1_000_000 }).trades).toHaveLength(1);
  });

  it('keeps its cost and goes into the next trade', () => {
    const { trades } = trips(
      { quantity: 1.04, price: 100 },
      { side: 'sell', quantity: 1, price: 100 },
      { quantity: 1, price: 200 },
      { side: 'sell', quantity: 1.04, price: 200 },
    );
    expect(trades).toMatchObject([{ profit: 0 }, { quantity: 1.04, entryTime: 2 * HOUR_MS }]);
    expect(trades[1]?.profit).toBeCloseTo(0.04 * 100, 9);
  });

  it('that is sold behind the exit still belongs to its trade', () => {
    const { trades } = trips(
      { quantity: 1.04 },
      { side: 'sell', quantity: 1, reason: 'most' },
      { side: 'sell', quantity: 0.04, price: 150, reason: 'rest' },
    );
    expect(trades).toMatchObject([{ quantity: 1.04, exitReason: 'rest', exitTime: 2 * HOUR_MS }]);
    expect(trades[0]?.profit).toBeCloseTo(2, 9);
  });

  it('that is bought begins a trade all the same', () => {
    expect(trips({ quantity: 0.01 }, { quantity: 1 }, { side: 'sell', quantity: 1.01 }).trades).toMatchObject(
      [{ entryTime: 0, quantity: 1.01 }],
    );
  });
});

describe('an open position', () => {
  it('is marked at the last price with its earlier sells, and is no trade', () => {
    const { trades, openPositions } = trips(
      { quantity: 2, price: 100, fee: 2, reason: 'in' },
      { side: 'sell', quantity: 1, price: 110, fee: 1 },
    );
    expect(trades).toEqual([]);
    expect(openPositions).toEqual([
      {
        symbol: 'BTCUSDT',
        strategyId: 'sma-cross',
        entryTime: 0,
        quantity: 1,
        averageCost: 101,
        lastPrice: 120,
        // 110 - 1 - 101 of the one sold, 120 - 101 of the one held
        profit: 27,
        fees: 3,
        entryReason: 'in',
      },
    ]);
  });
});

describe('several strategies', () => {
  it('have books of their own, and their trades come in the order of their exits', () => {
    const { trades, openPositions } = trips(
      { strategyId: 'a' },
      { strategyId: 'b' },
      { strategyId: 'c' },
      { strategyId: 'b', side: 'sell' },
      { strategyId: 'a', side: 'sell' },
      { strategyId: 'd' },
    );
    expect(trades.map(({ strategyId }) => strategyId)).toEqual(['b', 'a']);
    expect(openPositions.map(({ strategyId }) => strategyId)).toEqual(['c', 'd']);
  });

  it('that do the same at the same time keep one order', () => {
    const ether = { ...BITCOIN, symbol: 'ETHUSDT' };
    const fills = ['ETHUSDT', 'BTCUSDT'].flatMap((symbol) => [
      sampleFill({ symbol }),
      sampleFill({ symbol, side: 'sell', time: 1 }),
    ]);
    const { trades } = roundTrips(fills, { ...options, instruments: [BITCOIN, ether] });
    expect(trades.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT']);
  });
});

describe('fills that cannot be', () => {
  it('are told: more sold than held, and markets without rules', () => {
    expect(() => trips({ side: 'sell' })).toThrow('sell more than they bought; found a sell of 1');
    expect(() => trips({}, { side: 'sell', quantity: 1.1 })).toThrow('allowed: at most the 1 held');
    expect(() => trips({ symbol: 'XYZUSDT' })).toThrow('no rules are known for XYZUSDT');
  });
});

describe('profits', () => {
  it('of trades and of what is held or left as dust add up to what the account gained', () => {
    const step = fc.record({
      buys: fc.boolean(),
      lots: fc.integer({ min: 1, max: 5_000 }),
      price: fc.integer({ min: 50, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let [cash, held] = [0, 0];
        const fills: Fill[] = [];
        for (const [time, { buys, lots, price }] of steps.entries()) {
          const quantity = buys ? lots / 1e5 : Math.min(lots / 1e5, Math.floor(held * 1e5 + 1e-6) / 1e5);
          if (quantity === 0) continue;
          const fee = buys ? quantity * 0.001 : quantity * price * 0.001;
          fills.push(
            sampleFill({
              time,
              side: buys ? 'buy' : 'sell',
              price,
              quantity,
              fee,
              feeAsset: buys ? 'BTC' : 'USDT',
            }),
          );
          cash += buys ? -quantity * price : quantity * price - fee;
          held += buys ? quantity - fee : -quantity;
        }
        const { trades, openPositions } = roundTrips(fills, options);
        const told = [...trades, ...openPositions].reduce((sum, { profit }) => sum + profit, 0);
        const dust = openPositions.length === 0 ? held : 0;
        const gained = cash + held * 120;
        // Dust is worth less than the least order, at a cost of at most the highest price.
        expect(Math.abs(gained - told)).toBeLessThanOrEqual(dust * 200 + 1e-9);
      }),
    );
  });
});
