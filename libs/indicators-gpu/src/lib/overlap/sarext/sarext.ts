import { defineLine } from '../../indicator/define-line.ts';
import { decimal } from '../../indicator/option.ts';
import { parabolic } from '../parabolic.ts';

/**
 * Parabolic stop and reverse, extended, in the unit of the prices, negative while short.
 *
 * Formula: As sar, with start, growth and limit of the speed for each side; the value is negative while short (TA-
 * Lib). First value at 1. The sides it has been on depend on the start.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { sarext } from '@org/indicators-gpu';
 * sarext({ high, low }, { maximumShort: 0.1 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const sarext = defineLine({
  name: 'sarext',
  title: 'Parabolic stop and reverse, extended',
  group: 'overlap',
  about: 'The parabolic stop with its own speeds for each side, and a sign that tells the side.',
  formula:
    'As sar, with start, growth and limit of the speed for each side; the value is negative while short (TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['sarext'],
  options: {
    startValue: decimal(
      0,
      [-1e9, 1e9],
      'The first stop, negative to begin short; 0 reads the direction off the first bars.',
    ),
    offsetOnReverse: decimal(
      0,
      [0, 1e6],
      'Share of the price by which the stop is moved away when it turns.',
    ),
    startLong: decimal(0.02, [0, 1e6], 'First speed while long.'),
    accelerationLong: decimal(0.02, [0, 1e6], 'Growth of the speed while long.'),
    maximumLong: decimal(0.2, [0, 1e6], 'Highest speed while long.'),
    startShort: decimal(0.02, [0, 1e6], 'First speed while short.'),
    accelerationShort: decimal(0.02, [0, 1e6], 'Growth of the speed while short.'),
    maximumShort: decimal(0.2, [0, 1e6], 'Highest speed while short.'),
  },
  warmUp: () => 1,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'price',
  overlay: false,
  talib: {
    name: 'SAREXT',
    options: {
      startValue: 'optInStartValue',
      offsetOnReverse: 'optInOffsetOnReverse',
      startLong: 'optInAccelerationInitLong',
      accelerationLong: 'optInAccelerationLong',
      maximumLong: 'optInAccelerationMaxLong',
      startShort: 'optInAccelerationInitShort',
      accelerationShort: 'optInAccelerationShort',
      maximumShort: 'optInAccelerationMaxShort',
    },
    outputs: { sarext: 'outReal' },
  },
  open: (options, memory) => {
    const stop = parabolic(memory, {
      long: pace(options.startLong, options.accelerationLong, options.maximumLong),
      short: pace(options.startShort, options.accelerationShort, options.maximumShort),
      startValue: options.startValue,
      offsetOnReverse: options.offsetOnReverse,
    });
    return ({ high, low }) => stop(high, low);
  },
});

const pace = (start: number, growth: number, limit: number) => ({
  start: Math.min(start, limit),
  growth: Math.min(growth, limit),
  limit,
});
