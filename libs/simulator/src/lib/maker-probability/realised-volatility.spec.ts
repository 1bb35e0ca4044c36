import { realisedVolatilityBps } from './realised-volatility.ts';

describe('realised volatility', () => {
  it('is the root of the sum of squared changes', () => {
    // Up by 3 basis points in logarithms, then down by 4: √(9 + 16)
    const prices = [100, 100 * Math.exp(3e-4), 100 * Math.exp(-1e-4)];
    expect(realisedVolatilityBps(prices)).toBeCloseTo(5, 9);
  });

  it('is nothing where nothing moves, or there is nothing to move', () => {
    expect(realisedVolatilityBps([7, 7, 7])).toBe(0);
    expect(realisedVolatilityBps([7])).toBe(0);
    expect(realisedVolatilityBps([])).toBe(0);
  });
});
