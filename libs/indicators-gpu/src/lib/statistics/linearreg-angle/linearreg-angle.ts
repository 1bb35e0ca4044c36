import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { RegressionLine } from '../regression-line.ts';

/**
 * Linear regression angle, in degrees.
 *
 * Formula: linearregAngle = atan(slope) in degrees (TA-Lib). First value at `period - 1`. With a single value it
 * is 0.
 *
 * @example
 * import { linearregAngle } from '@org/indicators-gpu';
 * linearregAngle(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const linearregAngle = defineLine({
  name: 'linearregAngle',
  title: 'Linear regression angle',
  group: 'statistics',
  about:
    'The slope of the straight line through the last values as an angle, one unit of price being as long as one bar.',
  formula: 'linearregAngle = atan(slope) in degrees (TA-Lib).',
  inputs: ['close'],
  outputs: ['linearregAngle'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'degrees',
  range: [-90, 90],
  overlay: false,
  talib: {
    name: 'LINEARREG_ANGLE',
    options: { period: 'optInTimePeriod' },
    outputs: { linearregAngle: 'outReal' },
  },
  open: (options, memory) => {
    const line = new RegressionLine(memory, options.period);
    return ({ close: value }) => (line.next(value) ? Math.atan(line.slope()) * (180 / Math.PI) : NaN);
  },
});
