import { runningMean, slownessOf, yardstickMs } from './yardstick.ts';

describe('the yardstick', () => {
  it('does the work that it stands for: the mean of the last twenty', () => {
    const out = new Float64Array(41);
    runningMean(
      Float64Array.from({ length: 41 }, (_, bar) => bar),
      out,
    );
    // 1 + … + 20 and 21 + … + 40, over 20.
    expect([out[0], out[20], out[40]]).toEqual([0, 10.5, 30.5]);
  });

  it('takes a time', () => {
    const ms = yardstickMs();
    expect(ms).toBeGreaterThan(0);
    expect(ms).toBeLessThan(Infinity);
  });

  it('does not raise the bar on a faster machine', () => {
    expect([0.5, 1, 1.6].map(slownessOf)).toEqual([1, 1, 1.6]);
  });
});
