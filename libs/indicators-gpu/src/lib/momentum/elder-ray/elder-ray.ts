import { defineLines } from '../../indicator/define-lines.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12, Exponential, weightOf } from '../../smoothing/exponential.ts';

/**
 * Elder ray, in the unit of the prices.
 *
 * Formula: bull = high - ema(close, n); bear = low - ema(close, n) (Elder). First values at `period - 1`. After a
 * value that is not finite it begins anew.
 *
 * @example
 * import { elderRay } from '@org/indicators-gpu';
 * elderRay({ high, low, close }, { period: 13 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const elderRay = defineLines({
  name: 'elderRay',
  title: 'Elder ray',
  group: 'momentum',
  about: 'How far the bar reached above and below the average: the power of bulls and bears.',
  formula: 'bull = high - ema(close, n); bear = low - ema(close, n) (Elder).',
  inputs: ['high', 'low', 'close'],
  outputs: ['bull', 'bear'],
  options: { period: period(13) },
  warmUp: (options) => options.period - 1,
  memory: 'recursive',
  stableAfter: (options) => options.period - 1 + bars1e12(weightOf(options.period)),
  unit: 'price',
  overlay: false,
  open: (options, memory) => {
    const average = new Exponential(memory, options.period);
    return ({ high, low, close }, out) => {
      const middle = average.next(close);
      out.bull = high - middle;
      out.bear = low - middle;
    };
  },
});
