import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { RegressionLine } from '../regression-line.ts';

/**
 * Linear regression, in the unit of the column.
 *
 * Formula: linearreg = the line at its newest bar, fitted to n values by least squares (TA-Lib). First value at
 * `period - 1`. With a single value the line is level.
 *
 * @example
 * import { linearreg } from '@org/indicators-gpu';
 * linearreg(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const linearreg = defineLine({
  name: 'linearreg',
  title: 'Linear regression',
  group: 'statistics',
  about: 'The straight line through the last values, where it ends now.',
  formula: 'linearreg = the line at its newest bar, fitted to n values by least squares (TA-Lib).',
  inputs: ['close'],
  outputs: ['linearreg'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'LINEARREG', options: { period: 'optInTimePeriod' }, outputs: { linearreg: 'outReal' } },
  open: (options, memory) => {
    const line = new RegressionLine(memory, options.period);
    return ({ close: value }) => (line.next(value) ? line.at(options.period - 1) : NaN);
  },
});
