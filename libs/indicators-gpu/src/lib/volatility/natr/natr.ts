import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { AverageTrueRange } from '../average-true-range.ts';

/**
 * Normalised average true range, in percent of the close.
 *
 * Formula: natr = 100 * atr / close (TA-Lib). First value at `period`. A close of 0 gives 0. After a value that is
 * not finite it begins anew.
 *
 * @example
 * import { natr } from '@org/indicators-gpu';
 * natr({ high, low, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const natr = defineLine({
  name: 'natr',
  title: 'Normalised average true range',
  group: 'volatility',
  about: 'The average true range in percent of the price: comparable between markets.',
  formula: 'natr = 100 * atr / close (TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['natr'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'percent',
  overlay: false,
  talib: { name: 'NATR', options: { period: 'optInTimePeriod' }, outputs: { natr: 'outReal' } },
  open: (options, memory) => {
    const range = new AverageTrueRange(memory, options.period);
    return ({ high, low, close }) => {
      const usual = range.next(high, low, close);
      return close === 0 ? usual - usual : (usual / close) * 100;
    };
  },
});
