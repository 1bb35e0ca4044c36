import fc from 'fast-check';
import { seeded } from '../../../../bench/series.ts';
import { Memory } from '../../indicator/memory.ts';
import { highest, lowest } from './extreme.ts';
import { slideExtremes } from './sliding-extremes.ts';
import { createSlider } from './wasm-slider.ts';

/** All extremes of two columns, put together from the blocks. */
function slideAll(period: number, highs: Float64Array, lows: Float64Array): [number[], number[]] {
  const [top, bottom]: [number[], number[]] = [[], []];
  slideExtremes(period, highs, lows, (from, to, tops, bottoms) => {
    top.push(...tops.subarray(0, to - from));
    bottom.push(...bottoms.subarray(0, to - from));
  });
  return [top, bottom];
}

const windowsOf = (values: Float64Array, period: number): Float64Array[] =>
  Array.from({ length: Math.max(values.length - period + 1, 0) }, (_, i) => values.subarray(i, i + period));

describe('sliding extremes', () => {
  it('are there on this machine', () => {
    expect(createSlider(16, 16)).toBeDefined();
  });

  it.each([1, 2, 3, 14, 100, 4095, 4096, 4097])('over %d values are those of every window', (period) => {
    const random = seeded(period);
    const highs = Float64Array.from({ length: 9000 }, () => Math.floor(random() * 50) - 25);
    const lows = Float64Array.from({ length: 9000 }, random);
    const [tops, bottoms] = slideAll(period, highs, lows);
    const [top, bottom] = [highest(new Memory(), period), lowest(new Memory(), period)];
    expect(tops).toEqual(Array.from(highs, (value) => top.next(value)).slice(period - 1));
    expect(bottoms).toEqual(Array.from(lows, (value) => bottom.next(value)).slice(period - 1));
  });

  it('of the queue are the largest and smallest of every window', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 70 }),
        (list, period) => {
          const values = Float64Array.from(list, (value) => value + 0);
          const [top, bottom] = [highest(new Memory(), period), lowest(new Memory(), period)];
          const tops = Array.from(values, (value) => top.next(value)).slice(period - 1);
          const bottoms = Array.from(values, (value) => bottom.next(value)).slice(period - 1);
          expect(tops).toEqual(windowsOf(values, period).map((window) => Math.max(...window)));
          expect(bottoms).toEqual(windowsOf(values, period).map((window) => Math.min(...window)));
        },
      ),
    );
  });
});
