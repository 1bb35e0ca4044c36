import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { RegressionLine } from '../regression-line.ts';

/**
 * Linear regression slope, in the unit of the column per bar.
 *
 * Formula: linearregSlope = slope of the line fitted to n values by least squares (TA-Lib). First value at `period
 * - 1`. With a single value it is 0.
 *
 * @example
 * import { linearregSlope } from '@org/indicators-gpu';
 * linearregSlope(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const linearregSlope = defineLine({
  name: 'linearregSlope',
  title: 'Linear regression slope',
  group: 'statistics',
  about: 'By how much the straight line through the last values rises per bar.',
  formula: 'linearregSlope = slope of the line fitted to n values by least squares (TA-Lib).',
  inputs: ['close'],
  outputs: ['linearregSlope'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: false,
  talib: {
    name: 'LINEARREG_SLOPE',
    options: { period: 'optInTimePeriod' },
    outputs: { linearregSlope: 'outReal' },
  },
  open: (options, memory) => {
    const line = new RegressionLine(memory, options.period);
    return ({ close: value }) => (line.next(value) ? line.slope() : NaN);
  },
});
