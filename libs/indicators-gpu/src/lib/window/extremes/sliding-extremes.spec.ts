import fc from 'fast-check';
import { seeded } from '../../../../bench/series.ts';
import { Memory } from '../../indicator/memory.ts';
import { highest, lowest } from './extreme.ts';
import type { Extreme } from './extreme.ts';
import { slideExtremes } from './sliding-extremes.ts';
import { wasmSlider } from './wasm-slider.ts';

/** All extremes of two columns, put together from the blocks; undefined where a value is not finite. */
function slideAll(
  period: number,
  highs: Float64Array,
  lows: Float64Array,
): { tops: number[]; bottoms: number[]; positions: number[]; depths: number[] } | undefined {
  const found: NonNullable<ReturnType<typeof slideAll>> = {
    tops: [],
    bottoms: [],
    positions: [],
    depths: [],
  };
  const isDone = slideExtremes(period, { highs, lows }, (from, to, slider) => {
    found.tops.push(...slider.tops.subarray(0, to - from));
    found.bottoms.push(...slider.bottoms.subarray(0, to - from));
    const holes = slider.position(highs, from, to, 5);
    found.positions.push(...slider.positions.subarray(5, 5 + to - from));
    const more = slider.depth(lows, from, to);
    found.depths.push(...slider.positions.subarray(0, to - from));
    return holes + more;
  });
  return isDone ? found : undefined;
}

const windowsOf = (values: Float64Array, period: number): Float64Array[] =>
  Array.from({ length: Math.max(values.length - period + 1, 0) }, (_, i) => values.subarray(i, i + period));

/** Highest and lowest as the stream finds them. */
function queues(period: number): readonly [Extreme, Extreme] {
  const memory = new Memory();
  const both = [highest(memory, period), lowest(memory, period)] as const;
  memory.beginPass();
  return both;
}

describe('sliding extremes', () => {
  it('are there on this machine', () => {
    expect(wasmSlider()).toBeDefined();
  });

  it.each([1, 2, 3, 4, 5, 14, 15, 100, 4095, 4096, 4097])(
    'over %d values are the bits of the queue',
    (period) => {
      const random = seeded(period);
      const highs = Float64Array.from({ length: 9000 }, () => Math.floor(random() * 50) - 25);
      const lows = Float64Array.from({ length: 9000 }, random);
      const got = slideAll(period, highs, lows);
      const [top, bottom] = queues(period);
      const tops = Array.from(highs, (value) => top.next(value));
      const bottoms = Array.from(lows, (value) => bottom.next(value));
      const place = (value: number, from: number, range: number) =>
        range === 0 ? 0 : ((value - from) / range) * 100;
      const positions = tops.map((value, i) => place(highs[i]!, bottoms[i]!, value - bottoms[i]!));
      const depths = tops.map((value, i) => place(lows[i]!, value, value - bottoms[i]!));
      const warm = (values: readonly number[]) => values.slice(period - 1);
      // toEqual tells 0 from -0, and every other number from its neighbours.
      expect(got).toEqual({
        tops: warm(tops),
        bottoms: warm(bottoms),
        positions: warm(positions),
        depths: warm(depths),
      });
    },
  );

  it.each([0, -0])('of zeros are plain zero, whichever zero they are: %d', (zero) => {
    const zeros = new Float64Array(40).fill(zero);
    for (const period of [1, 2, 7]) {
      expect(slideAll(period, zeros, zeros)?.tops).toEqual(Array.from({ length: 41 - period }, () => 0));
      expect(slideAll(period, zeros, zeros)?.bottoms).toEqual(Array.from({ length: 41 - period }, () => 0));
    }
  });

  it('are given up wherever a value is not finite', () => {
    const values = Float64Array.from({ length: 5000 }, (_, i) => i % 9);
    for (const period of [1, 2, 5, 20, 4100, 6000]) {
      for (const place of [0, 1, 19, 20, 4094, 4095, 4096, 4097, 4100, 4990, 4999]) {
        for (const hole of [NaN, Infinity, -Infinity]) {
          const holed = values.with(place, hole);
          expect([period, place, hole, slideExtremes(period, { highs: holed }, () => 0)]).toContain(false);
          expect([period, place, hole, slideExtremes(period, { lows: holed }, () => 0)]).toContain(false);
        }
      }
    }
  });

  it('of the queue, which stands in for it, are the largest and smallest of every window', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 70 }),
        (list, period) => {
          const values = Float64Array.from(list, (value) => value + 0);
          const [top, bottom] = queues(period);
          const tops = Array.from(values, (value) => top.next(value)).slice(period - 1);
          const bottoms = Array.from(values, (value) => bottom.next(value)).slice(period - 1);
          expect(tops).toEqual(windowsOf(values, period).map((window) => Math.max(...window)));
          expect(bottoms).toEqual(windowsOf(values, period).map((window) => Math.min(...window)));
        },
      ),
    );
  });
});
