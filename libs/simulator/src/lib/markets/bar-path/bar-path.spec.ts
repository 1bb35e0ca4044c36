import fc from 'fast-check';
import { barPath, priceAt } from './bar-path.ts';

describe('the path through a bar', () => {
  it('goes to the nearer extreme first', () => {
    expect(barPath(100, 103, 90, 95).turns).toEqual([100, 103, 90, 95]);
    expect(barPath(100, 110, 97, 95).turns).toEqual([100, 97, 110, 95]);
  });

  it('goes down first where both are as near', () => {
    expect(barPath(100, 105, 95, 101).turns).toEqual([100, 95, 105, 101]);
  });

  it('gives longer legs more time', () => {
    // Legs of 3, 13 and 5 of 21, each a tenth longer: (3/21 + 0.1) / 1.3 of the bar for the first.
    const { moments } = barPath(100, 103, 90, 95);
    expect(moments[1]).toBeCloseTo((3 / 21 + 0.1) / 1.3, 12);
    expect(moments[2]).toBeCloseTo((16 / 21 + 0.2) / 1.3, 12);
  });

  it('stands still in a bar that is one price', () => {
    const path = barPath(100, 100, 100, 100);
    expect(path.moments).toEqual([0, expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12), 1]);
    expect([0, 0.5, 1].map((moment) => priceAt(path, moment))).toEqual([100, 100, 100]);
  });

  it('is at each turn when it is due, and between two of them on the line', () => {
    const path = barPath(100, 103, 90, 95);
    expect(path.moments.map((moment) => priceAt(path, moment))).toEqual(path.turns);
    expect(priceAt(path, path.moments[1] / 2)).toBeCloseTo(101.5, 12);
    expect(priceAt(path, 2)).toBe(95);
  });

  it('never leaves the bar', () => {
    const price = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(
        price,
        price,
        price,
        price,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, c, d, moment) => {
          const [high, low] = [Math.max(a, b, c, d), Math.min(a, b, c, d)];
          const at = priceAt(barPath(a, high, low, d), moment);
          expect(at).toBeGreaterThanOrEqual(low - 1e-6);
          expect(at).toBeLessThanOrEqual(high + 1e-6);
        },
      ),
    );
  });
});
