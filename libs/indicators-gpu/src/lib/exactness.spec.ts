import { worstDifference } from '../../bench/difference.ts';
import { randomBars, seeded } from '../../bench/series.ts';
import { indicators } from './catalogue.ts';
import { stddev } from './statistics/stddev/stddev.ts';
import { variance } from './statistics/variance/variance.ts';
import { refreshEvery } from './window/moving-sum.ts';

const period = 20;

/** The variance of every window, NaN before the first. In whole numbers of 2^-32, so nothing is rounded before the end. */
function exactVariances(values: Float64Array): Float64Array {
  const whole = Array.from(values, (value) => BigInt(value * 2 ** 32));
  const n = BigInt(period);
  let [sum, squares] = [0n, 0n];
  return values.map((_, bar) => {
    const come = whole[bar] ?? 0n;
    const gone = whole[bar - period] ?? 0n;
    sum += come - gone;
    squares += come * come - gone * gone;
    return bar < period - 1 ? NaN : Number(n * squares - sum * sum) / period ** 2 / 2 ** 64;
  });
}

/** The largest difference between values from the first window on, as a part of the wanted ones. */
const worstFrom = (bar: number, got: Float64Array, want: Float64Array): number =>
  worstDifference(got.subarray(bar), want.subarray(bar), 0);

const twoPass: Readonly<Record<string, (window: Float64Array) => number>> = {
  sma: (window) => window.reduce((sum, value) => sum + value, 0) / window.length,
  variance: (window) => {
    const mean = window.reduce((sum, value) => sum + value, 0) / window.length;
    return window.reduce((sum, value) => sum + (value - mean) ** 2, 0) / window.length;
  },
  wma: (window) => window.reduce((sum, value, i) => sum + value * (i + 1), 0) / ((period * (period + 1)) / 2),
  max: (window) => Math.max(...window),
};

describe('exactness', () => {
  it('of a window holds over ten million bars', () => {
    const random = seeded(31);
    let price = 100;
    const close = new Float64Array(10_000_000).map(() => (price *= 1 + (random() - 0.5) * 0.002));
    for (const [name, of] of Object.entries(twoPass)) {
      const got = indicators.get(name).run({ close }, { period })[name] ?? new Float64Array();
      for (let bar = 9_000_000; bar < close.length; bar += 9973) {
        const want = of(close.subarray(bar + 1 - period, bar + 1));
        expect(Math.abs((got[bar] ?? NaN) / want - 1)).toBeLessThanOrEqual(1e-9);
      }
    }
  });

  it('of variance and deviation is a billionth where the values are ten billion times their scatter', () => {
    const random = seeded(32);
    const values = Float64Array.from(
      { length: 20_000 },
      () => Math.round((1e6 + (random() - 0.5) * 2e-4) * 2 ** 32) / 2 ** 32,
    );
    const want = exactVariances(values);
    expect(worstFrom(period - 1, variance(values, { period }), want)).toBeLessThanOrEqual(1e-9);
    expect(worstFrom(period - 1, stddev(values, { period }), want.map(Math.sqrt))).toBeLessThanOrEqual(1e-9);
  });

  it('of variance survives a jump: a flat window after it has none', () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => (i < 200 ? 1e-8 * (1 + (i % 3)) : 1e9));
    expect(variance(values, { period }).subarray(200 + period)).toEqual(new Float64Array(200 - period));
  });

  const windowed = [...indicators].filter((row) => row.memory === 'window' && row.sparse === undefined);

  const length = 24_000;
  const long = randomBars(length, 34);
  const cut = (from: number, to?: number) =>
    Object.fromEntries(Object.entries(long).map(([field, column]) => [field, column.subarray(from, to)]));

  it.each(windowed.map((row) => [row.name, row] as const))(
    'of %s is that of the window alone, summed up for it',
    (_name, row) => {
      const got = row.run(long);
      const warm = row.warmUp();
      for (const output of row.outputs) {
        const values = got[output] ?? new Float64Array();
        const largest = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
        for (let bar = warm; bar < length; bar += 97) {
          const want = row.run(cut(bar - warm, bar + 1))[output]?.at(-1) ?? NaN;
          const allowed = 1e-9 * Math.max(Math.abs(want), 1e-6 * largest);
          expect(Math.abs((values[bar] ?? NaN) - want)).toBeLessThanOrEqual(allowed);
        }
      }
    },
  );

  it.each(windowed.map((row) => [row.name, row] as const))(
    'of %s does not wear out: what it was 4,096 bars ago and longer leaves not a bit',
    (_name, row) => {
      // So a window after ten million bars is as exact as one after ten thousand. Averages of averages need it twice.
      const start = 2 * refreshEvery;
      const [long, late] = [row.run(cut(0)), row.run(cut(start))];
      const from = start + row.warmUp() + 2 * refreshEvery;
      for (const output of row.outputs) {
        expect(late[output]?.subarray(from - start)).toEqual(long[output]?.subarray(from));
      }
    },
  );

  const clean = randomBars(7000, 33);
  const dirty = randomBars(7000, 33);
  for (const column of [dirty.open, dirty.high, dirty.low, dirty.close])
    column[1000] = (column[1000] ?? 0) * 1e12;

  it.each(windowed.map((row) => [row.name, row] as const))(
    'of %s is back at most 4,096 bars after an outlier has left',
    (_name, row) => {
      const [want, got] = [row.run(clean), row.run(dirty)];
      const from = 1000 + row.warmUp() + 1 + refreshEvery;
      for (const output of row.outputs) {
        const [a, b] = [want[output]?.subarray(from) ?? [], got[output]?.subarray(from) ?? []];
        const largest = Math.max(...Array.from(a, Math.abs));
        const worst = Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? NaN))));
        expect(worst).toBeLessThanOrEqual(1e-9 * largest);
      }
    },
  );
});
