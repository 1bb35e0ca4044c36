import { worstDifference } from '../../bench/difference.ts';
import { randomBars } from '../../bench/series.ts';
import { indicators } from './catalogue.ts';
import type { LooseOptions } from './indicator/option.ts';

const length = 300;
const bars = randomBars(length, 21);
const { time, open, high, low, close, volume, benchmark } = bars;

/** The last `n` bars up to and with `at`, oldest first; empty while there are not as many. */
const last = (values: ArrayLike<number>, at: number, n: number): number[] =>
  at + 1 < n ? [] : Array.from({ length: n }, (_, i) => values[at + 1 - n + i] ?? NaN);

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const mean = (values: readonly number[]): number => total(values) / values.length;
const cov = (a: readonly number[], b: readonly number[]): number =>
  mean(a.map((value, i) => (value - mean(a)) * ((b[i] ?? NaN) - mean(b))));

/** One value per bar, NaN where the window is not full. */
const perBar = (value: (at: number) => number): number[] => Array.from({ length }, (_, at) => value(at));
const windowed = (values: ArrayLike<number>, n: number, value: (window: number[]) => number): number[] =>
  perBar((at) => (at + 1 < n ? NaN : value(last(values, at, n))));

/** The line through a window by the normal equations, at any of its bars. */
function lineThrough(window: readonly number[]): { at: (x: number) => number; slope: number } {
  const xs = window.map((_, i) => i);
  const slope = window.length === 1 ? 0 : cov(xs, window) / cov(xs, xs);
  return { slope, at: (x) => mean(window) + slope * (x - mean(xs)) };
}

const changes = (values: Float64Array): number[] =>
  Array.from(values, (value, i) => value / (values[i - 1] ?? NaN) - 1);
const sideOf = (i: number): [number, number] => {
  const [up, down] = [(high[i] ?? NaN) - (high[i - 1] ?? NaN), (low[i - 1] ?? NaN) - (low[i] ?? NaN)];
  return [up > down && up > 0 ? up : 0, down > up && down > 0 ? down : 0];
};
const rangeOf = (i: number): number =>
  Math.max(
    (high[i] ?? NaN) - (low[i] ?? NaN),
    Math.abs((high[i] ?? NaN) - (close[i - 1] ?? NaN)),
    Math.abs((low[i] ?? NaN) - (close[i - 1] ?? NaN)),
  );

/** Wilder's running sum of bars 1, 2, …: the first n - 1 as they are, then each bar takes an nth of it away. */
function wilderSum(n: number, part: (i: number) => number): number[] {
  let sum = 0;
  return perBar((i) => {
    if (i === 0) return NaN;
    sum = i < n ? sum + part(i) : sum - sum / n + part(i);
    return sum;
  });
}

const plus = wilderSum(14, (i) => sideOf(i)[0]);
const minus = wilderSum(14, (i) => sideOf(i)[1]);
const dx = perBar((i) =>
  i < 14 ? NaN : (100 * Math.abs((plus[i] ?? 0) - (minus[i] ?? 0))) / ((plus[i] ?? 0) + (minus[i] ?? 0)),
);
const ranges = perBar((i) => (i === 0 ? NaN : rangeOf(i)));
const adx = (() => {
  const found: number[] = [];
  for (let i = 0; i < length; i += 1) {
    const before = found[i - 1] ?? NaN;
    found.push(i < 27 ? NaN : i === 27 ? mean(last(dx, 27, 14)) : (before * 13 + (dx[i] ?? NaN)) / 14);
  }
  return found;
})();

const typical = perBar((i) => ((high[i] ?? NaN) + (low[i] ?? NaN) + (close[i] ?? NaN)) / 3);
const zip = (n: number, value: (at: number[]) => number): number[] =>
  windowed(
    Array.from({ length }, (_, i) => i),
    n,
    value,
  );
const ema = (values: readonly number[], n: number, weight: number): number[] => {
  const start = values.findIndex((value) => !Number.isNaN(value)) + n - 1;
  const found: number[] = [];
  values.forEach((value, i) => {
    const before = found[i - 1] ?? NaN;
    found.push(
      i < start ? NaN : i === start ? mean(last(values, i, n)) : before * (1 - weight) + value * weight,
    );
  });
  return found;
};
const later = (values: Float64Array, skipped: number): number[] =>
  Array.from(values, (value, i) => (i < skipped ? NaN : value));
const fixedLine = (() => {
  const fast = ema(later(close, 14), 12, 0.15);
  const slow = ema(Array.from(close), 26, 0.075);
  return fast.map((value, i) => value - (slow[i] ?? NaN));
})();
const fixedSignal = ema(fixedLine, 9, 0.2);
const day = Array.from(time, (at) => new Date(at).toISOString().slice(0, 10));
const stretch = (i: number, side: 1 | -1): number => {
  const [top, bottom] = [high[i] ?? NaN, low[i] ?? NaN];
  return 1 + (side * 4 * (top - bottom)) / (top + bottom);
};

const references: Readonly<Record<string, [LooseOptions, Readonly<Record<string, number[]>>]>> = {
  accbands: [
    { period: 20 },
    {
      upper: zip(20, (at) => mean(at.map((i) => (high[i] ?? NaN) * stretch(i, 1)))),
      middle: windowed(close, 20, mean),
      lower: zip(20, (at) => mean(at.map((i) => (low[i] ?? NaN) * stretch(i, -1)))),
    },
  ],
  adxr: [{}, { adxr: perBar((i) => ((adx[i] ?? NaN) + (adx[i - 13] ?? NaN)) / 2) }],
  avgdev: [{ period: 9 }, { avgdev: windowed(close, 9, (w) => mean(w.map((v) => Math.abs(v - mean(w))))) }],
  avgprice: [
    {},
    { avgprice: perBar((i) => mean([open, high, low, close].map((column) => column[i] ?? NaN))) },
  ],
  beta: [
    { period: 7 },
    {
      beta: zip(8, (at) => {
        const [r, b] = [
          at.slice(1).map((i) => changes(close)[i] ?? NaN),
          at.slice(1).map((i) => changes(benchmark)[i] ?? NaN),
        ];
        return cov(r, b) / cov(b, b);
      }),
    },
  ],
  correl: [
    { period: 11 },
    {
      correl: zip(11, (at) => {
        const [a, b] = [at.map((i) => close[i] ?? NaN), at.map((i) => benchmark[i] ?? NaN)];
        return cov(a, b) / Math.sqrt(cov(a, a) * cov(b, b));
      }),
    },
  ],
  dx: [{}, { dx }],
  imi: [
    { period: 6 },
    {
      imi: zip(6, (at) => {
        const ways = at.map((i) => (close[i] ?? NaN) - (open[i] ?? NaN));
        return (100 * total(ways.filter((way) => way > 0))) / total(ways.map(Math.abs));
      }),
    },
  ],
  linearregAngle: [
    { period: 9 },
    { linearregAngle: windowed(close, 9, (w) => (Math.atan(lineThrough(w).slope) * 180) / Math.PI) },
  ],
  linearregIntercept: [
    { period: 9 },
    { linearregIntercept: windowed(close, 9, (w) => lineThrough(w).at(0)) },
  ],
  ma: [
    { period: 8, maType: 'wma' },
    { ma: windowed(close, 8, (w) => total(w.map((v, i) => v * (i + 1))) / 36) },
  ],
  macdfix: [
    {},
    {
      macd: fixedLine.map((value, i) => value + 0 * (fixedSignal[i] ?? NaN)),
      signal: fixedSignal,
      histogram: fixedLine.map((value, i) => value - (fixedSignal[i] ?? NaN)),
    },
  ],
  medprice: [{}, { medprice: perBar((i) => mean([high[i] ?? NaN, low[i] ?? NaN])) }],
  midpoint: [{ period: 5 }, { midpoint: windowed(close, 5, (w) => (Math.max(...w) + Math.min(...w)) / 2) }],
  midprice: [
    { period: 5 },
    {
      midprice: perBar((i) =>
        i < 4 ? NaN : (Math.max(...last(high, i, 5)) + Math.min(...last(low, i, 5))) / 2,
      ),
    },
  ],
  minusDm: [{}, { minusDm: perBar((i) => (i < 13 ? NaN : (minus[i] ?? NaN))) }],
  plusDm: [{}, { plusDm: perBar((i) => (i < 13 ? NaN : (plus[i] ?? NaN))) }],
  rocp: [{ period: 3 }, { rocp: windowed(close, 4, ([past = NaN, , , now = NaN]) => now / past - 1) }],
  rocr: [{ period: 3 }, { rocr: windowed(close, 4, ([past = NaN, , , now = NaN]) => now / past) }],
  rocr100: [
    { period: 3 },
    { rocr100: windowed(close, 4, ([past = NaN, , , now = NaN]) => (100 * now) / past) },
  ],
  rollingVwap: [
    { period: 12 },
    {
      rollingVwap: zip(
        12,
        (at) =>
          total(at.map((i) => (typical[i] ?? NaN) * (volume[i] ?? NaN))) /
          total(at.map((i) => volume[i] ?? NaN)),
      ),
    },
  ],
  trange: [{}, { trange: ranges }],
  tsf: [{ period: 9 }, { tsf: windowed(close, 9, (w) => lineThrough(w).at(9)) }],
  typprice: [{}, { typprice: typical }],
  vwap: [
    { session: 'day' },
    {
      vwap: perBar((i) => {
        const from = day.indexOf(day[i] ?? '');
        const since = Array.from({ length: i + 1 - from }, (_, k) => from + k);
        return (
          total(since.map((k) => (typical[k] ?? NaN) * (volume[k] ?? NaN))) /
          total(since.map((k) => volume[k] ?? NaN))
        );
      }),
    },
  ],
  wclprice: [
    {},
    { wclprice: perBar((i) => mean([high, low, close, close].map((column) => column[i] ?? NaN))) },
  ],
};

describe('a reference written from the formula another way', () => {
  it.each(Object.entries(references))('agrees with %s', (name, [options, want]) => {
    const got = indicators.get(name).run(bars, options);
    expect(Object.keys(got)).toEqual(Object.keys(want));
    for (const [output, values] of Object.entries(want)) {
      expect(`${output} ${worstDifference(got[output] ?? [], values, 1e-4) <= 1e-9}`).toBe(`${output} true`);
    }
  });

  it('agrees with the extended parabolic stop: with one pace for both sides it is the plain one with a sign', () => {
    const extended = indicators.get('sarext').run(bars)['sarext'] ?? new Float64Array();
    expect(extended.map(Math.abs)).toEqual(indicators.get('sar').run(bars)['sar']);
    expect(extended.some((stop) => stop < 0) && extended.some((stop) => stop > 0)).toBe(true);
    for (const [i, stop] of extended.entries()) {
      if (stop > 0) expect(stop).toBeLessThanOrEqual(low[i] ?? NaN);
      if (stop < 0) expect(-stop).toBeGreaterThanOrEqual(high[i] ?? NaN);
    }
  });

  it('agrees with an extended parabolic stop that is told where to begin, and moved away when it turns', () => {
    const { high: tops, low: bottoms } = { high: [10, 11, 12, 9], low: [9, 10, 11, 8] };
    const run = (options: LooseOptions) =>
      indicators.get('sarext').run({ high: tops, low: bottoms }, options)['sarext'];
    // Long from 8: 8; 8 + 0.02 · (11 − 8) = 8.06; 8.06 + 0.04 · (12 − 8.06) = 8.2176, hit by 8: the extreme 12, away by 10 %.
    const stops = run({ startValue: 8, offsetOnReverse: 0.1 }) ?? [];
    const want = [8, 8.06, -13.2];
    want.forEach((stop, i) => expect(stops[i + 1]).toBeCloseTo(stop, 12));
    expect(run({ startValue: -13 })?.[1]).toBe(-13);
  });
});
