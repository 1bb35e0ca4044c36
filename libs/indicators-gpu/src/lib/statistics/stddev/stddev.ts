import { defineLine } from '../../indicator/define-line.ts';
import { decimal } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { MovingVariance } from '../../window/moving-variance.ts';

/**
 * Standard deviation, in the unit of the column.
 *
 * Formula: stddev = deviations * sqrt(variance(n)), the population variance (TA-Lib). First value at `period - 1`.
 *
 * @example
 * import { stddev } from '@org/indicators-gpu';
 * stddev(close, { period: 5 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const stddev = defineLine({
  name: 'stddev',
  title: 'Standard deviation',
  group: 'statistics',
  about: 'How widely the values scatter around their mean, in their own unit.',
  formula: 'stddev = deviations * sqrt(variance(n)), the population variance (TA-Lib).',
  inputs: ['close'],
  outputs: ['stddev'],
  options: { period: period(5), deviations: decimal(1, [-1e6, 1e6], 'How many deviations.') },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: false,
  talib: {
    name: 'STDDEV',
    options: { period: 'optInTimePeriod', deviations: 'optInNbDev' },
    outputs: { stddev: 'outReal' },
  },
  open: (options, memory) => {
    const spread = new MovingVariance(memory, options.period);
    return ({ close: value }) => (spread.next(value) ? Math.sqrt(spread.variance) * options.deviations : NaN);
  },
});
