import fc from 'fast-check';
import type { Rng } from '@org/domain';
import { naturalExp } from '../random/natural-exp.ts';
import { SeededRng } from '../random/seeded-rng.ts';
import { fixedLatency } from './fixed-latency.ts';
import { logNormalLatency } from './log-normal-latency.ts';

/** Gives the one normal that it is made with. */
const always = (normal: number): Rng => ({ uniform: () => 0.5, normal: () => normal });

const untouchable: Rng = {
  uniform: () => {
    throw new Error('drawn');
  },
  normal: () => {
    throw new Error('drawn');
  },
};

describe('a fixed latency', () => {
  it('is the same for every message, and draws nothing', () => {
    expect(fixedLatency(25)(untouchable)).toBe(25);
    expect(fixedLatency(0)(untouchable)).toBe(0);
  });

  it.each([-1, NaN, Infinity])('of %s ms is refused', (delayMs) => {
    expect(() => fixedLatency(delayMs)).toThrow(
      `a latency is a number of milliseconds; found ${delayMs}; allowed: at least 0, such as 25`,
    );
  });
});

describe('a log-normal latency', () => {
  const options = { floorMs: 2, medianMs: 8, p99Ms: 60 };
  const latency = logNormalLatency(options);

  it('is the median for the middle of the normal, the 99th percentile for its 99th', () => {
    expect(latency(always(0))).toBe(8);
    expect(latency(always(2.3263478740408408))).toBeCloseTo(60, 10);
  });

  it('is as far below the median, in ratios above the floor, as it is above', () => {
    // (60 − 2) / (8 − 2) = 29/3, so the first percentile is 2 + 6 · 3/29
    expect(latency(always(-2.3263478740408408))).toBeCloseTo(2 + 18 / 29, 10);
  });

  it('is never below the floor, however rare the draw', () => {
    const normals = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(fc.property(normals, (normal) => expect(latency(always(normal))).toBeGreaterThan(2)));
  });

  it('has its median and its 99th percentile where it was told to, within four standard errors', () => {
    const rng = new SeededRng(5);
    const N = 100_000;
    const delays = Array.from({ length: N }, () => latency(rng));
    const above = (ms: number) => delays.filter((delay) => delay > ms).length / N;
    expect(Math.abs(above(8) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / N));
    expect(Math.abs(above(60) - 0.01)).toBeLessThan(4 * Math.sqrt(0.0099 / N));
  });

  it('stays what it is, since a seed must mean the same delays for ever', () => {
    expect(latency(new SeededRng(7))).toBe(4.390250053383452);
  });

  it.each([
    [-1, 8, 60],
    [8, 8, 60],
    [2, 60, 60],
    [2, 8, Infinity],
    [2, NaN, 60],
  ])('of %s, %s and %s ms is refused', (floorMs, medianMs, p99Ms) => {
    expect(() => logNormalLatency({ floorMs, medianMs, p99Ms })).toThrow('0 ≤ floor < median < p99');
  });
});

describe('the exponential', () => {
  it('agrees with that of the engine to 1e-15', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(naturalExp(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(1e-15);
      }),
    );
  });

  it('of 0 is 1', () => {
    expect(naturalExp(0)).toBe(1);
  });
});
