import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MeanDeviation } from '../../window/mean-deviation.ts';

/**
 * Average deviation, in the unit of the column.
 *
 * Formula: avgdev = mean of |v - mean| over n (TA-Lib). First value at `period - 1`. Every bar sums the whole
 * window.
 *
 * @example
 * import { avgdev } from '@org/indicators-gpu';
 * avgdev(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const avgdev = defineLine({
  name: 'avgdev',
  title: 'Average deviation',
  group: 'statistics',
  about: 'How far the values are from their mean on average.',
  formula: 'avgdev = mean of |v - mean| over n (TA-Lib).',
  inputs: ['close'],
  outputs: ['avgdev'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: false,
  cost: 'period',
  talib: { name: 'AVGDEV', options: { period: 'optInTimePeriod' }, outputs: { avgdev: 'outReal' } },
  open: (options, memory) => {
    const usual = new MeanDeviation(memory, options.period);
    return ({ close: value }) => (usual.next(value) ? usual.deviationFrom(usual.mean()) : NaN);
  },
});
