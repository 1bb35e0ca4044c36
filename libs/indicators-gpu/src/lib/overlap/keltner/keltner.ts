import { defineLines } from '../../indicator/define-lines.ts';
import { decimal, integer } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12, Exponential, weightOf } from '../../smoothing/exponential.ts';
import { AverageTrueRange } from '../../volatility/average-true-range.ts';

/**
 * Keltner channel, in the unit of the prices.
 *
 * Formula: middle = ema(close, n); upper, lower = middle ± multiplier * atr(atrPeriod) (Keltner, Raschke). First
 * values at the later of `period - 1` and `atrPeriod`. After a value that is not finite it begins anew.
 *
 * @example
 * import { keltner } from '@org/indicators-gpu';
 * keltner({ high, low, close }, { period: 20, multiplier: 2, atrPeriod: 10 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const keltner = defineLines({
  name: 'keltner',
  title: 'Keltner channel',
  group: 'overlap',
  about: 'A channel around an average, as wide as the bars usually reach.',
  formula: 'middle = ema(close, n); upper, lower = middle ± multiplier * atr(atrPeriod) (Keltner, Raschke).',
  inputs: ['high', 'low', 'close'],
  outputs: ['upper', 'middle', 'lower'],
  options: {
    period: period(20),
    multiplier: decimal(2, [0, 1e6], 'Average true ranges from the middle to a band.'),
    atrPeriod: integer(10, 1, 'Bars of the average true range.'),
  },
  warmUp: (options) => Math.max(options.period - 1, options.atrPeriod),
  memory: 'recursive',
  stableAfter: (options) =>
    options.period +
    options.atrPeriod +
    Math.max(bars1e12(weightOf(options.period)), bars1e12(1 / options.atrPeriod)),
  unit: 'price',
  overlay: true,
  open: (options, memory) => {
    const average = new Exponential(memory, options.period);
    const range = new AverageTrueRange(memory, options.atrPeriod);
    return ({ high, low, close }, out) => {
      const middle = average.next(close);
      const width = range.next(high, low, close) * options.multiplier;
      out.upper = middle + width;
      out.middle = middle + (width - width);
      out.lower = middle - width;
    };
  },
});
