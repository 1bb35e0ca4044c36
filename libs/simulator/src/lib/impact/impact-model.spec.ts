import fc from 'fast-check';
import type { ImpactModel } from './impact-model.ts';
import { atVolatility, permanentImpact, temporaryImpact } from './impact-model.ts';

/** A share at 50 with 5 million a day, the example of Almgren and Chriss; time in days. */
const model: ImpactModel = { volatility: 0.95, fixedCost: 0.0625, temporary: 2.5e-6, permanent: 2.5e-7 };

describe('temporary impact', () => {
  it('is the fixed cost and, for each percent of the daily volume, an eighth', () => {
    // 1% of 5 million a day: 2.5e-6 × 50,000 = 0.125
    expect(temporaryImpact(model, 50_000)).toBeCloseTo(0.0625 + 0.125, 12);
  });

  it('is against the seller as it is against the buyer, and nothing when nothing trades', () => {
    expect(temporaryImpact(model, -50_000)).toBeCloseTo(-0.1875, 12);
    expect(temporaryImpact(model, 0)).toBe(0);
  });
});

describe('permanent impact', () => {
  it('is one eighth, the spread, for a tenth of the daily volume', () => {
    expect(permanentImpact(model, 500_000)).toBeCloseTo(0.125, 12);
  });

  it('does not depend on how a quantity is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (a, b) => {
        const parts = permanentImpact(model, a) + permanentImpact(model, b);
        expect(parts).toBeCloseTo(permanentImpact(model, a + b), 12);
      }),
    );
  });
});

describe('impact in another volatility', () => {
  it('is twice as large where the price moves twice as far, but for the fixed cost', () => {
    expect(atVolatility(model, 1.9)).toEqual({
      volatility: 1.9,
      fixedCost: 0.0625,
      temporary: 5e-6,
      permanent: 5e-7,
    });
  });

  it('is the model itself in its own', () => {
    expect(atVolatility(model, 0.95)).toEqual(model);
  });

  it.each([0, -1, NaN, Infinity])('of %s is refused', (volatility) => {
    expect(() => atVolatility(model, volatility)).toThrow('volatility');
    expect(() => atVolatility({ ...model, volatility }, 1)).toThrow('volatility of reference');
  });
});
