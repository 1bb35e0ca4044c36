import { SeededRng } from '@org/simulator';
import { fitLogistic } from './fit-logistic.ts';

/** So many observations at `x`, of which so many came true. */
const group = (x: readonly number[], count: number, trueOnes: number) =>
  Array.from({ length: count }, (_, at) => ({ x, isTrue: at < trueOnes }));

describe('a logistic fit', () => {
  it('gives the log-odds of two groups', () => {
    const observations = [...group([0], 4, 1), ...group([1], 4, 3)];
    const { intercept, coefficients } = fitLogistic(observations, 0);
    // Odds of 1 to 3 in the one, of 3 to 1 in the other
    expect(intercept).toBeCloseTo(-Math.log(3), 9);
    expect(coefficients).toEqual([expect.closeTo(2 * Math.log(3), 9)]);
  });

  it('gives the log-odds of four groups without interaction', () => {
    // Odds of 1, 2, 3 and 6: intercept 0, ln 2 for the first, ln 3 for the second
    const observations = [
      ...group([0, 0], 12, 6),
      ...group([1, 0], 12, 8),
      ...group([0, 1], 12, 9),
      ...group([1, 1], 14, 12),
    ];
    const { intercept, coefficients } = fitLogistic(observations, 0);
    expect(intercept).toBeCloseTo(0, 9);
    expect(coefficients).toEqual([expect.closeTo(Math.log(2), 9), expect.closeTo(Math.log(3), 9)]);
  });

  it('is held back by the ridge, to where its pull and that of the observations are equal', () => {
    const ridge = 2;
    const { intercept, coefficients } = fitLogistic([...group([-1], 4, 1), ...group([1], 4, 3)], ridge);
    expect(intercept).toBeCloseTo(0, 9);
    const [slope = NaN] = coefficients;
    // Σ x(y − p) = 4 (3/4 − p) − 4 (1/4 − (1 − p)), with p that of x = 1
    const p = 1 / (1 + Math.exp(-slope));
    expect(4 * (3 / 4 - p) - 4 * (1 / 4 - (1 - p))).toBeCloseTo(ridge * slope, 9);
    expect(slope).toBeLessThan(Math.log(3));
  });

  it('stays finite with a ridge where one feature tells all', () => {
    const { coefficients } = fitLogistic([...group([-1], 50, 0), ...group([1], 50, 50)], 1);
    expect(coefficients[0]).toBeGreaterThan(2);
    expect(coefficients[0]).toBeLessThan(6);
  });

  it('counts a feature that never changes as nothing', () => {
    const observations = [...group([0, 0], 4, 1), ...group([1, 0], 4, 3)];
    expect(fitLogistic(observations, 1).coefficients[1]).toBe(0);
  });

  it('finds the coefficients that observations were made with, within four standard errors', () => {
    const rng = new SeededRng(11);
    const observations = Array.from({ length: 20_000 }, () => {
      const x = [rng.normal(), rng.normal()];
      const score = 0.5 + (x[0] ?? 0) - 0.7 * (x[1] ?? 0);
      return { x, isTrue: rng.uniform() < 1 / (1 + Math.exp(-score)) };
    });
    const { intercept, coefficients } = fitLogistic(observations, 1);
    // p(1 − p) is about 0.18 here, so that a standard error is about 1/√(0.18 · 20,000) = 0.017.
    [intercept, ...coefficients].forEach((found, at) => {
      expect(Math.abs(found - ([0.5, 1, -0.7][at] ?? NaN))).toBeLessThan(4 * 0.017 * 1.2);
    });
  });

  it.each([0, 3])('needs observations of both kinds: %s of 3', (trueOnes) => {
    expect(() => fitLogistic(group([1], 3, trueOnes), 1)).toThrow('observations of both kinds');
  });

  it('needs observations', () => {
    expect(() => fitLogistic([], 1)).toThrow('observations of both kinds');
  });
});
