import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { DirectionalIndex } from '../adx/adx.stream.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { Delay } from '../../window/delay.ts';

/**
 * Average directional index rating, 0 to 100.
 *
 * Formula: adxr = (adx + adx[-(n - 1)]) / 2 (Wilder, TA-Lib). First value at `3 · period − 2`. After a value that
 * is not finite it begins anew.
 *
 * @example
 * import { adxr } from '@org/indicators-gpu';
 * adxr({ high, low }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const adxr = defineLine({
  name: 'adxr',
  title: 'Average directional index rating',
  group: 'momentum',
  about: 'The strength of the trend, smoothed by its own past.',
  formula: 'adxr = (adx + adx[-(n - 1)]) / 2 (Wilder, TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['adxr'],
  options: { period: period(14) },
  warmUp: (options) => 3 * options.period - 2,
  memory: 'recursive',
  stableAfter: (options) => 3 * options.period + 4 * bars1e12(1 / options.period),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: { name: 'ADXR', options: { period: 'optInTimePeriod' }, outputs: { adxr: 'outReal' } },
  open: (options, memory) => {
    const index = new DirectionalIndex(memory, options.period);
    const past = new Delay(memory, options.period - 1);
    return ({ high, low }) => {
      const current = index.next(high, low);
      return (current + past.next(current)) / 2;
    };
  },
});
