import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';
import { willrBatch } from './willr.batch.ts';

/**
 * Williams %R, −100 to 0.
 *
 * Formula: willr = (close - highest high) / (highest high - lowest low) * 100 (Williams, TA-Lib). First value at
 * `period - 1`. A window without range gives 0.
 *
 * @example
 * import { willr } from '@org/indicators-gpu';
 * willr({ high, low, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const willr = defineLine({
  name: 'willr',
  title: 'Williams %R',
  group: 'momentum',
  about:
    'How far the close is below the top of the recent range: near 0 at its top, near −100 at its bottom.',
  formula: 'willr = (close - highest high) / (highest high - lowest low) * 100 (Williams, TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['willr'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'index',
  range: [-100, 0],
  overlay: false,
  talib: { name: 'WILLR', options: { period: 'optInTimePeriod' }, outputs: { willr: 'outReal' } },
  batch: (options, high, low, close, out) => willrBatch(options.period, high, low, close, out),
  open: (options, memory) => {
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    return ({ high, low, close }) => {
      const ceiling = top.next(high);
      const range = ceiling - bottom.next(low);
      return range === 0 ? 0 : ((close - ceiling) / range) * 100;
    };
  },
});
