import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { lowest } from '../../window/extremes/extreme.ts';
import { lowestBatch } from '../../window/extremes/extreme-batch.ts';

/**
 * Lowest value, in the unit of the column.
 *
 * Formula: min = lowest(v, n) (TA-Lib). First value at `period - 1`.
 *
 * @example
 * import { min } from '@org/indicators-gpu';
 * min(close, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const min = defineLine({
  name: 'min',
  title: 'Lowest value',
  group: 'statistics',
  about: 'The lowest of the last values.',
  formula: 'min = lowest(v, n) (TA-Lib).',
  inputs: ['close'],
  outputs: ['min'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'MIN', options: { period: 'optInTimePeriod' }, outputs: { min: 'outReal' } },
  batch: (options, values, out) => lowestBatch(options.period, values, out),
  open: (options, memory) => {
    const bottom = lowest(memory, options.period);
    return ({ close: value }) => bottom.next(value);
  },
});
