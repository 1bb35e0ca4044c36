import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { Weighted } from '../../smoothing/moving-average.ts';

/**
 * Weighted moving average, in the unit of the column.
 *
 * Formula: wma = (n * v0 + (n - 1) * v1 + … + 1 * v(n-1)) / (n * (n + 1) / 2), v0 the newest (TA-Lib). First value
 * at `period - 1`.
 *
 * @example
 * import { wma } from '@org/indicators-gpu';
 * wma(close, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const wma = defineLine({
  name: 'wma',
  title: 'Weighted moving average',
  group: 'overlap',
  about: 'A mean in which newer bars count more, in equal steps.',
  formula: 'wma = (n * v0 + (n - 1) * v1 + … + 1 * v(n-1)) / (n * (n + 1) / 2), v0 the newest (TA-Lib).',
  inputs: ['close'],
  outputs: ['wma'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'WMA', options: { period: 'optInTimePeriod' }, outputs: { wma: 'outReal' } },
  open: (options, memory) => {
    const average = new Weighted(memory, options.period);
    return ({ close }) => average.next(close);
  },
});
