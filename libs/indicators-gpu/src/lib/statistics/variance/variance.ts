import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MovingVariance } from '../../window/moving-variance.ts';

/**
 * Variance, in the square of the unit of the column.
 *
 * Formula: variance = mean of (v - mean)² over n, the population variance (TA-Lib). First value at `period - 1`.
 * Exact to a billionth even where the values are a billion times larger than their scatter.
 *
 * @example
 * import { variance } from '@org/indicators-gpu';
 * variance(close, { period: 5 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const variance = defineLine({
  name: 'variance',
  title: 'Variance',
  group: 'statistics',
  about: 'How widely the values scatter around their mean.',
  formula: 'variance = mean of (v - mean)² over n, the population variance (TA-Lib).',
  inputs: ['close'],
  outputs: ['variance'],
  options: { period: period(5) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price squared',
  overlay: false,
  talib: { name: 'VAR', options: { period: 'optInTimePeriod' }, outputs: { variance: 'outReal' } },
  open: (options, memory) => {
    const spread = new MovingVariance(memory, options.period);
    return ({ close: value }) => (spread.next(value) ? spread.variance : NaN);
  },
});
