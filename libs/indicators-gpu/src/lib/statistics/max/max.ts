import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { highest } from '../../window/extremes/extreme.ts';
import { highestBatch } from '../../window/extremes/extreme-batch.ts';

/**
 * Highest value, in the unit of the column.
 *
 * Formula: max = highest(v, n) (TA-Lib). First value at `period - 1`.
 *
 * @example
 * import { max } from '@org/indicators-gpu';
 * max(close, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const max = defineLine({
  name: 'max',
  title: 'Highest value',
  group: 'statistics',
  about: 'The highest of the last values.',
  formula: 'max = highest(v, n) (TA-Lib).',
  inputs: ['close'],
  outputs: ['max'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'MAX', options: { period: 'optInTimePeriod' }, outputs: { max: 'outReal' } },
  batch: (options, values, out) => highestBatch(options.period, values, out),
  open: (options, memory) => {
    const top = highest(memory, options.period);
    return ({ close: value }) => top.next(value);
  },
});
