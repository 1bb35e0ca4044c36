import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { RegressionLine } from '../regression-line.ts';

/**
 * Linear regression intercept, in the unit of the column.
 *
 * Formula: linearregIntercept = the line at its oldest bar, fitted to n values by least squares (TA-Lib). First
 * value at `period - 1`. With a single value the line is level.
 *
 * @example
 * import { linearregIntercept } from '@org/indicators-gpu';
 * linearregIntercept(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const linearregIntercept = defineLine({
  name: 'linearregIntercept',
  title: 'Linear regression intercept',
  group: 'statistics',
  about: 'The straight line through the last values, where it begins.',
  formula: 'linearregIntercept = the line at its oldest bar, fitted to n values by least squares (TA-Lib).',
  inputs: ['close'],
  outputs: ['linearregIntercept'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: {
    name: 'LINEARREG_INTERCEPT',
    options: { period: 'optInTimePeriod' },
    outputs: { linearregIntercept: 'outReal' },
  },
  open: (options, memory) => {
    const line = new RegressionLine(memory, options.period);
    return ({ close: value }) => (line.next(value) ? line.at(0) : NaN);
  },
});
