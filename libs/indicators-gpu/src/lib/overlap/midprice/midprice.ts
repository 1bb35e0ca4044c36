import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';
import { middleBatch } from '../../window/extremes/extreme-batch.ts';

/**
 * Midprice, in the unit of the prices.
 *
 * Formula: midprice = (highest(high, n) + lowest(low, n)) / 2 (TA-Lib). First value at `period - 1`.
 *
 * @example
 * import { midprice } from '@org/indicators-gpu';
 * midprice({ high, low }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const midprice = defineLine({
  name: 'midprice',
  title: 'Midprice',
  group: 'overlap',
  about: 'The middle of the range of the last bars.',
  formula: 'midprice = (highest(high, n) + lowest(low, n)) / 2 (TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['midprice'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'MIDPRICE', options: { period: 'optInTimePeriod' }, outputs: { midprice: 'outReal' } },
  batch: (options, high, low, out) => middleBatch(options.period, high, low, out),
  open: (options, memory) => {
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    return ({ high, low }) => (top.next(high) + bottom.next(low)) / 2;
  },
});
