import { defineLines } from '../../indicator/define-lines.ts';
import type { Memory } from '../../indicator/memory.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { bars1e12, Exponential, weightOf } from '../../smoothing/exponential.ts';
import { Previous } from '../../window/past.ts';

/**
 * True strength index, −100 to 100.
 *
 * Formula: tsi = 100 * ema(ema(change, slow), fast) / ema(ema(|change|, slow), fast); signal = ema(tsi) (Blau).
 * `tsi` begins at `slow + fast − 1`, `signal` as many bars later as its average takes. Where nothing has moved it
 * is 0. After a value that is not finite it begins anew.
 *
 * @example
 * import { tsi } from '@org/indicators-gpu';
 * tsi(close, { slow: 25, fast: 13, signal: 7 });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const tsi = defineLines({
  name: 'tsi',
  title: 'True strength index',
  group: 'momentum',
  about: 'The momentum smoothed twice: its sign is the trend, its turns come early.',
  formula:
    'tsi = 100 * ema(ema(change, slow), fast) / ema(ema(|change|, slow), fast); signal = ema(tsi) (Blau).',
  inputs: ['close'],
  outputs: ['tsi', 'signal'],
  options: {
    slow: integer(25, 2, 'Bars of the first smoothing.'),
    fast: integer(13, 1, 'Bars of the second smoothing.'),
    signal: integer(7, 1, 'Bars of the average of the index.'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => options.slow + options.fast + options.signal - 2,
  memory: 'recursive',
  stableAfter: ({ slow, fast, signal }) =>
    slow +
    fast +
    signal +
    2 * (bars1e12(weightOf(slow)) + bars1e12(weightOf(fast)) + bars1e12(weightOf(signal))),
  unit: 'index',
  range: [-100, 100],
  overlay: false,
  open: (options, memory) => {
    const before = new Previous(memory);
    const change = twice(memory, options);
    const size = twice(memory, options);
    const average = new Exponential(memory, options.signal);
    return ({ close: value }, out) => {
      const step = value - before.next(value);
      const net = change(step);
      const moved = size(Math.abs(step));
      const index = moved === 0 ? 0 : (net / moved) * 100;
      out.tsi = index;
      out.signal = average.next(index);
    };
  },
});

function twice(
  memory: Memory,
  options: { readonly slow: number; readonly fast: number },
): (value: number) => number {
  const first = new Exponential(memory, options.slow);
  const second = new Exponential(memory, options.fast);
  return (value) => second.next(first.next(value));
}
