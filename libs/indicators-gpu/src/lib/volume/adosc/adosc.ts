import { defineLine } from '../../indicator/define-line.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { bars1e12, Exponential, weightOf } from '../../smoothing/exponential.ts';
import { accumulation } from '../accumulation.ts';
import { Skip } from '../../window/past.ts';

/**
 * Chaikin oscillator, in the unit of the volume.
 *
 * Formula: adosc = ema(ad, fast) - ema(ad, slow), both begun with the first value of ad (Chaikin, TA-Lib). First
 * value at `slow - 1`. After a value that is not finite it begins anew.
 *
 * @example
 * import { adosc } from '@org/indicators-gpu';
 * adosc({ high, low, close, volume }, { fast: 3, slow: 10 });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const adosc = defineLine({
  name: 'adosc',
  title: 'Chaikin oscillator',
  group: 'volume',
  about: 'Whether buying speeds up or slows down: the momentum of accumulation and distribution.',
  formula: 'adosc = ema(ad, fast) - ema(ad, slow), both begun with the first value of ad (Chaikin, TA-Lib).',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['adosc'],
  options: {
    fast: integer(3, 1, 'Bars of the short average.'),
    slow: integer(10, 2, 'Bars of the long average.'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => options.slow - 1,
  memory: 'recursive',
  stableAfter: (options) => options.slow - 1 + 2 * bars1e12(weightOf(options.slow)),
  unit: 'volume',
  overlay: false,
  talib: {
    name: 'ADOSC',
    options: { fast: 'optInFastPeriod', slow: 'optInSlowPeriod' },
    outputs: { adosc: 'outReal' },
  },
  open: (options, memory) => {
    const line = accumulation(memory);
    const fast = new Exponential(memory, 1, weightOf(options.fast));
    const slow = new Exponential(memory, 1, weightOf(options.slow));
    const warm = new Skip(memory, options.slow - 1);
    return ({ high, low, close, volume }) => {
      const balance = line(high, low, close, volume);
      return warm.next(fast.next(balance) - slow.next(balance));
    };
  },
});
