import fc from 'fast-check';
import { notional, price, quantity } from '@org/domain';
import { lots, MARKET, NO_LIMITS } from '../../testing/order-views.ts';
import { protectFill } from './protect-fill.ts';

const LIMITS = { ...NO_LIMITS, stopLoss: 0.03, takeProfitRatio: 3 };
const FILL = { instrument: MARKET, fillPrice: price(10_000), uncovered: lots(2), plan: null };

const stopAt = (ticks: number, size = 2) =>
  ({ type: 'stop', side: 'sell', quantity: lots(size), stopPrice: price(ticks) }) as const;
const targetAt = (ticks: number, size = 2) =>
  ({ type: 'limit', side: 'sell', quantity: lots(size), price: price(ticks), postOnly: false }) as const;

describe('the protection of a fill at 100', () => {
  it('is a stop 3% below and a target three times as far above', () => {
    expect(protectFill(FILL, LIMITS)).toEqual({ stop: stopAt(9_700), target: targetAt(10_900) });
  });

  it('is a stop alone without a ratio', () => {
    expect(protectFill(FILL, { ...LIMITS, takeProfitRatio: null })).toEqual({
      stop: stopAt(9_700),
      target: null,
    });
  });

  it('is nothing without a stop, since the target is a ratio of it', () => {
    expect(protectFill(FILL, { ...LIMITS, stopLoss: null })).toBeNull();
  });

  it('rounds both up to the tick', () => {
    // 100.01 · 0.97 = 97.0097 and 100.01 + 2.5 · (100.01 − 97.01) = 107.51; with 2.501 it is 107.513
    expect(protectFill({ ...FILL, fillPrice: price(10_001) }, { ...LIMITS, takeProfitRatio: 2.501 })).toEqual(
      {
        stop: stopAt(9_701),
        target: targetAt(10_752),
      },
    );
  });
});

describe('the protection that an entry names', () => {
  it('beats the limits', () => {
    const plan = { stopPrice: 95, targetPrice: 120 };
    expect(protectFill({ ...FILL, plan }, LIMITS)).toEqual({ stop: stopAt(9_500), target: targetAt(12_000) });
  });

  it('is completed by the limits: the target follows the stop that was named', () => {
    const plan = { stopPrice: 95, targetPrice: null };
    expect(protectFill({ ...FILL, plan }, LIMITS)).toEqual({ stop: stopAt(9_500), target: targetAt(11_500) });
  });

  it('is completed by the limits: the stop is theirs where the target was named', () => {
    const plan = { stopPrice: null, targetPrice: 104 };
    expect(protectFill({ ...FILL, plan }, LIMITS)).toEqual({ stop: stopAt(9_700), target: targetAt(10_400) });
  });

  it('may be a target alone when the limits have no stop', () => {
    const plan = { stopPrice: null, targetPrice: 104 };
    expect(protectFill({ ...FILL, plan }, NO_LIMITS)).toEqual({ stop: null, target: targetAt(10_400) });
  });

  it.each([
    [99.99, 9_999],
    [100, 9_999],
    [103, 9_999],
  ])(
    'as a stop at %d lies at %d ticks: below the fill, even where the market fell past it',
    (stopPrice, ticks) => {
      const plan = { stopPrice, targetPrice: null };
      expect(protectFill({ ...FILL, plan }, NO_LIMITS)).toEqual({ stop: stopAt(ticks), target: null });
    },
  );

  it.each([
    [100.01, 10_001],
    [100, 10_001],
    [90, 10_001],
  ])(
    'as a target at %d lies at %d ticks: above the fill, even where the market rose past it',
    (targetPrice, ticks) => {
      const plan = { stopPrice: null, targetPrice };
      expect(protectFill({ ...FILL, plan }, NO_LIMITS)).toEqual({ stop: null, target: targetAt(ticks) });
    },
  );

  it('has no stop below the lowest price there is', () => {
    expect(protectFill({ ...FILL, fillPrice: price(1), uncovered: lots(100) }, LIMITS)).toBeNull();
  });
});

describe('what the exchange takes', () => {
  it.each([
    [0.051, false],
    [0.052, true],
    [0.053, true],
  ])('covers %d base at 97 from a notional of 5 on: %s', (uncovered, isPlaced) => {
    expect(protectFill({ ...FILL, uncovered: lots(uncovered) }, LIMITS) !== null).toBe(isPlaced);
  });

  it.each([
    [0.009, false],
    [0.01, true],
  ])('covers %d base at 97000 from the least quantity on: %s', (uncovered, isPlaced) => {
    const fill = { ...FILL, fillPrice: price(10_000_000), uncovered: lots(uncovered) };
    expect(protectFill(fill, LIMITS) !== null).toBe(isPlaced);
  });

  it('covers what is worth the least notional exactly: 0.1 at a stop of 50', () => {
    const plan = { stopPrice: 50, targetPrice: null };
    expect(protectFill({ ...FILL, uncovered: lots(0.1), plan }, NO_LIMITS)).toEqual({
      stop: stopAt(5_000, 0.1),
      target: null,
    });
  });

  it('covers as much as one order may hold', () => {
    expect(protectFill({ ...FILL, uncovered: lots(130) }, LIMITS)).toEqual({
      stop: stopAt(9_700, 100),
      target: targetAt(10_900, 100),
    });
  });

  it('never covers nothing', () => {
    const anyQuantity = { ...MARKET, minQuantity: quantity(0) };
    expect(protectFill({ ...FILL, instrument: anyQuantity, uncovered: lots(0) }, LIMITS)).toBeNull();
  });

  it('lies around the fill, for any fill and limits', () => {
    const ratios = fc.option(fc.double({ min: 0.01, max: 50, noNaN: true }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0.0001, max: 0.9999, noNaN: true }),
        ratios,
        (ticks, uncovered, stopLoss, takeProfitRatio) => {
          const fill = { ...FILL, fillPrice: price(ticks), uncovered: quantity(uncovered) };
          const protection = protectFill(fill, { ...NO_LIMITS, stopLoss, takeProfitRatio });
          if (protection === null) return;
          const { stop, target } = protection;
          expect(stop?.stopPrice).toBeLessThan(ticks);
          expect(stop?.quantity).toBeLessThanOrEqual(uncovered);
          expect(target === null).toBe(takeProfitRatio === null);
          if (target !== null) expect(target.price).toBeGreaterThan(ticks);
          if (stop !== null) {
            expect(notional(stop.stopPrice, stop.quantity, MARKET)).toBeGreaterThanOrEqual(
              MARKET.minNotional,
            );
          }
        },
      ),
    );
  });
});
