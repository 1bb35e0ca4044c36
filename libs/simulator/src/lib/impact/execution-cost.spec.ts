import fc from 'fast-check';
import { executionCost } from './execution-cost.ts';
import type { ImpactModel } from './impact-model.ts';
import { permanentImpact, temporaryImpact } from './impact-model.ts';

/** A share at 50 with 5 million a day, the example of Almgren and Chriss; time in days. */
const model: ImpactModel = { volatility: 0.95, fixedCost: 0.0625, temporary: 2.5e-6, permanent: 2.5e-7 };

describe('the cost of an execution', () => {
  it('of a million shares in five equal days', () => {
    const { expected, variance } = executionCost(model, Array(5).fill(200_000), 1);
    // ½ · 2.5e-7 · 10¹² + 0.0625 · 10⁶ + 2.375e-6 · 5 · (2 · 10⁵)²
    expect(expected).toBeCloseTo(125_000 + 62_500 + 475_000, 6);
    // 0.95² · (8² + 6² + 4² + 2²) · 10¹⁰
    expect(variance / 1e12).toBeCloseTo(0.9025 * 1.2, 9);
  });

  it('of all of them on the first day is certain and dear', () => {
    const { expected, variance } = executionCost(model, [1_000_000, 0, 0, 0, 0], 1);
    // ε X + η X²: no one holds the shares while the price falls
    expect(expected).toBeCloseTo(62_500 + 2_500_000, 6);
    expect(variance).toBe(0);
  });

  it('of nothing is nothing', () => {
    expect(executionCost(model, [], 1)).toEqual({ expected: 0, variance: 0 });
  });

  it('is what the steps lose one by one, at the price that the earlier ones left', () => {
    const trades = fc.array(fc.integer({ min: -300_000, max: 300_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(trades, fc.double({ min: 0.1, max: 10, noNaN: true }), (each, stepLength) => {
        let moved = 0;
        let lost = 0;
        for (const trade of each) {
          lost += trade * (moved + temporaryImpact(model, trade / stepLength));
          moved += permanentImpact(model, trade);
        }
        expect(executionCost(model, each, stepLength).expected).toBeCloseTo(lost, 3);
      }),
    );
  });

  it.each([0, -1, NaN])('in steps of %s is refused', (stepLength) => {
    expect(() => executionCost(model, [1], stepLength)).toThrow('length of a step');
  });
});
