import { defineLine } from '../../indicator/define-line.ts';
import { decimal } from '../../indicator/option.ts';
import { parabolic } from '../parabolic.ts';

/**
 * Parabolic stop and reverse, in the unit of the prices.
 *
 * Formula: sar = sar + speed * (extreme - sar), speed growing by acceleration with each new extreme up to maximum;
 * hit, it changes sides (Wilder, TA-Lib). First value at 1. The first direction is that in which the second bar
 * reaches further, as in TA-Lib. The sides it has been on depend on the start.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { sar } from '@org/indicators-gpu';
 * sar({ high, low }, { acceleration: 0.02, maximum: 0.2 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const sar = defineLine({
  name: 'sar',
  title: 'Parabolic stop and reverse',
  group: 'overlap',
  about: 'A trailing stop that speeds up while the trend makes new extremes, and turns round when it is hit.',
  formula:
    'sar = sar + speed * (extreme - sar), speed growing by acceleration with each new extreme up to maximum; hit, it changes sides (Wilder, TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['sar'],
  options: {
    acceleration: decimal(0.02, [0, 1e6], 'By how much the speed grows with each new extreme.'),
    maximum: decimal(0.2, [0, 1e6], 'The highest speed.'),
  },
  warmUp: () => 1,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'price',
  overlay: true,
  talib: {
    name: 'SAR',
    options: { acceleration: 'optInAcceleration', maximum: 'optInMaximum' },
    outputs: { sar: 'outReal' },
  },
  open: ({ acceleration, maximum }, memory) => {
    const start = Math.min(acceleration, maximum);
    const pace = { start, growth: start, limit: maximum };
    const stop = parabolic(memory, { long: pace, short: pace, startValue: 0, offsetOnReverse: 0 });
    return ({ high, low }) => Math.abs(stop(high, low));
  },
});
