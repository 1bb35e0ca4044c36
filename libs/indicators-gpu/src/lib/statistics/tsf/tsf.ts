import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { RegressionLine } from '../regression-line.ts';

/**
 * Time series forecast, in the unit of the column.
 *
 * Formula: tsf = the line one bar after its newest, fitted to n values by least squares (TA-Lib). First value at
 * `period - 1`. With a single value the line is level.
 *
 * @example
 * import { tsf } from '@org/indicators-gpu';
 * tsf(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const tsf = defineLine({
  name: 'tsf',
  title: 'Time series forecast',
  group: 'statistics',
  about: 'The straight line through the last values, carried one bar on.',
  formula: 'tsf = the line one bar after its newest, fitted to n values by least squares (TA-Lib).',
  inputs: ['close'],
  outputs: ['tsf'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'TSF', options: { period: 'optInTimePeriod' }, outputs: { tsf: 'outReal' } },
  open: (options, memory) => {
    const line = new RegressionLine(memory, options.period);
    return ({ close: value }) => (line.next(value) ? line.at(options.period) : NaN);
  },
});
