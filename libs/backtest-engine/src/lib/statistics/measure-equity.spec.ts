import fc from 'fast-check';
import { measureEquity } from './measure-equity.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2024, 0, 1);

function measure(first: number, closes: readonly (readonly [time: number, value: number])[]) {
  return measureEquity(first, START, {
    time: closes.map(([time]) => START + time),
    value: closes.map(([, value]) => value),
  });
}

describe('daily returns', () => {
  it('go from close of day to close of day, and a bar that closes at midnight ends its day', () => {
    const { dailyReturns } = measure(100, [
      [12 * HOUR_MS, 110],
      [DAY_MS, 105],
      [DAY_MS + HOUR_MS, 90],
      [2 * DAY_MS, 84],
    ]);
    expect(dailyReturns).toEqual([105 / 100 - 1, 84 / 105 - 1]);
  });

  it('are 0 on days without a bar', () => {
    const { dailyReturns } = measure(100, [
      [DAY_MS, 110],
      [4 * DAY_MS, 121],
    ]);
    expect(dailyReturns).toEqual([110 / 100 - 1, 0, 0, 121 / 110 - 1]);
  });

  it('are 0 once nothing is left', () => {
    const { dailyReturns } = measure(100, [
      [DAY_MS, 0],
      [2 * DAY_MS, 0],
    ]);
    expect(dailyReturns).toEqual([-1, 0]);
  });

  it('compound to the total return, whatever the days', () => {
    const curve = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 1, max: 1e6, noNaN: true })),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(curve, (steps) => {
        let hours = 0;
        const closes = steps.map(([hoursOn, value]) => [(hours += hoursOn) * HOUR_MS, value] as const);
        const { dailyReturns, first, last } = measure(1_000, closes);
        const grown = dailyReturns.reduce((growth, rate) => growth * (1 + rate), 1);
        expect(grown * first).toBeCloseTo(last, -Math.log10(last * 1e-9));
      }),
    );
  });
});

describe('the deepest drawdown', () => {
  it('tells the last of equal peaks, and the first of equal falls', () => {
    const closes = [100, 80, 100, 80].map((value, bar) => [(bar + 1) * HOUR_MS, value] as const);
    expect(measure(100, closes).maxDrawdown).toMatchObject({
      start: START + HOUR_MS,
      end: START + 2 * HOUR_MS,
    });
  });

  it('falls from a peak to a later low: from 120 to 90 is 25%', () => {
    const closes = [100, 120, 90, 110, 130].map((value, day) => [(day + 1) * DAY_MS, value] as const);
    expect(measure(100, closes).maxDrawdown).toEqual({
      depth: 0.25,
      start: START + 2 * DAY_MS,
      end: START + 3 * DAY_MS,
      days: 1,
    });
  });

  it('counts the first equity as a peak', () => {
    const { maxDrawdown } = measure(100, [[12 * HOUR_MS, 80]]);
    expect(maxDrawdown).toEqual({ depth: 1 - 0.8, start: START, end: START + 12 * HOUR_MS, days: 0.5 });
  });

  it('is 0 without times for an account that never fell', () => {
    expect(measure(100, [[HOUR_MS, 100]]).maxDrawdown).toEqual({
      depth: 0,
      start: null,
      end: null,
      days: null,
    });
  });

  it('is that of a naive search over all pairs', () => {
    const values = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (equity) => {
        const depths = equity.flatMap((low, end) => equity.slice(0, end + 1).map((peak) => 1 - low / peak));
        const closes = equity.map((value, hour) => [(hour + 1) * HOUR_MS, value] as const);
        expect(measure(equity[0] ?? 0, closes).maxDrawdown.depth).toBe(Math.max(...depths));
      }),
    );
  });
});

describe('the measures of equity', () => {
  it('are first, last, mean and period', () => {
    expect(
      measure(100, [
        [HOUR_MS, 110],
        [2 * HOUR_MS, 130],
      ]),
    ).toMatchObject({
      first: 100,
      last: 130,
      mean: 120,
      periodMs: 2 * HOUR_MS,
    });
  });

  it('are of the first equity alone before any close', () => {
    expect(measure(100, [])).toEqual({
      first: 100,
      last: 100,
      mean: 100,
      periodMs: 0,
      dailyReturns: [],
      maxDrawdown: { depth: 0, start: null, end: null, days: null },
    });
  });
});
