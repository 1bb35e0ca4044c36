import { defineLines } from '../../indicator/define-lines.ts';
import type { Memory } from '../../indicator/memory.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { Exponential } from '../../smoothing/exponential.ts';

/**
 * Klinger volume oscillator, in the unit of the volume, a hundredfold.
 *
 * Formula: kvo = ema(force, fast) - ema(force, slow); force = volume * |2 * (range / run - 1)| * trend * 100, run
 * being the sum of ranges since the trend turned (Klinger, as Stock.Indicators). `kvo` begins at `slow + 1`,
 * `signal` `signal − 1` bars later. After a value that is not finite it begins anew.
 *
 * @example
 * import { kvo } from '@org/indicators-gpu';
 * kvo({ high, low, close, volume }, { fast: 34, slow: 55, signal: 13 });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const kvo = defineLines({
  name: 'kvo',
  title: 'Klinger volume oscillator',
  group: 'volume',
  about: 'The force of volume behind the trend, short against long: it turns before the price does.',
  formula:
    'kvo = ema(force, fast) - ema(force, slow); force = volume * |2 * (range / run - 1)| * trend * 100, run being the sum of ranges since the trend turned (Klinger, as Stock.Indicators).',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['kvo', 'signal'],
  options: {
    fast: integer(34, 1, 'Bars of the short average.'),
    slow: integer(55, 2, 'Bars of the long average.'),
    signal: integer(13, 1, 'Bars of the average of the oscillator.'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => options.slow + options.signal,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'volume',
  overlay: false,
  open: (options, memory, lines) => {
    const force = volumeForce(memory);
    const fast = new Exponential(memory, options.fast);
    const slow = new Exponential(memory, options.slow);
    const average = new Exponential(memory, options.signal);
    return (high, low, close, volume) => {
      const pushed = force(high, low, close, volume);
      const oscillator = fast.next(pushed) - slow.next(pushed);
      lines[0] = oscillator;
      lines[1] = average.next(oscillator);
    };
  },
});

/** Volume signed by the trend and weighed by how the range compares with those since the trend began. */
function volumeForce(memory: Memory): (high: number, low: number, close: number, volume: number) => number {
  const state = memory.fields({ seen: 0, price: NaN, range: 0, run: 0, trend: 0, force: 0 });
  return (high, low, close, volume) => {
    const price = high + low + close;
    const range = high - low;
    const trend = price > state.price ? 1 : -1;
    const run = (trend === state.trend ? state.run : state.range) + range;
    state.seen += 1;
    if (state.seen > 2) {
      state.run = run;
      if (range === run || volume === 0) state.force = 0;
      else if (run !== 0) state.force = volume * Math.abs(2 * (range / run - 1)) * trend * 100;
    }
    state.trend = state.seen > 1 ? trend : 0;
    state.price = price;
    state.range = range;
    return state.seen > 2 ? state.force : NaN;
  };
}
