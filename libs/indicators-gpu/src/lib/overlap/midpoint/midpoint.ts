import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';
import { middleBatch } from '../../window/extremes/extreme-batch.ts';

/**
 * Midpoint, in the unit of the column.
 *
 * Formula: midpoint = (highest(v, n) + lowest(v, n)) / 2 (TA-Lib). First value at `period - 1`.
 *
 * @example
 * import { midpoint } from '@org/indicators-gpu';
 * midpoint(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const midpoint = defineLine({
  name: 'midpoint',
  title: 'Midpoint',
  group: 'overlap',
  about: 'The middle between the highest and the lowest value of the last bars.',
  formula: 'midpoint = (highest(v, n) + lowest(v, n)) / 2 (TA-Lib).',
  inputs: ['close'],
  outputs: ['midpoint'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'MIDPOINT', options: { period: 'optInTimePeriod' }, outputs: { midpoint: 'outReal' } },
  batch: (options, values, out) => middleBatch(options.period, values, values, out),
  open: (options, memory) => {
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    return ({ close: value }) => (top.next(value) + bottom.next(value)) / 2;
  },
});
