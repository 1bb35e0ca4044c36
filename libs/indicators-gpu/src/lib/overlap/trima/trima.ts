import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { Triangular } from '../../smoothing/triangular.ts';

/**
 * Triangular moving average, in the unit of the column.
 *
 * Formula: trima = sma(sma(v, ceil(n / 2)), floor(n / 2) + 1) (TA-Lib). First value at `period - 1`.
 *
 * @example
 * import { trima } from '@org/indicators-gpu';
 * trima(close, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const trima = defineLine({
  name: 'trima',
  title: 'Triangular moving average',
  group: 'overlap',
  about: 'A mean that weighs the middle of the window most: very smooth, and late.',
  formula: 'trima = sma(sma(v, ceil(n / 2)), floor(n / 2) + 1) (TA-Lib).',
  inputs: ['close'],
  outputs: ['trima'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'TRIMA', options: { period: 'optInTimePeriod' }, outputs: { trima: 'outReal' } },
  open: (options, memory) => {
    const average = new Triangular(memory, options.period);
    return ({ close }) => average.next(close);
  },
});
