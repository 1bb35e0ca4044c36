import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { AverageTrueRange } from '../average-true-range.ts';
import { atrBatch } from './atr.batch.ts';

/**
 * Average true range, in the unit of the prices.
 *
 * Formula: Wilder's average of the true range, max(high, close₋₁) − min(low, close₋₁), begun with the mean of the
 * first `period` ranges; the first bar has no range. First value at `period`. After a bar that is not finite it
 * begins anew.
 *
 * @example
 * import { atr } from '@org/indicators-gpu';
 * atr({ high, low, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const atr = defineLine({
  name: 'atr',
  title: 'Average true range',
  group: 'volatility',
  about: 'How far the price moves in a usual bar, gaps included: the measure for stops and position sizes.',
  formula:
    'tr = max(high, close[-1]) - min(low, close[-1]); atr = (atr * (n - 1) + tr) / n (Wilder, TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['atr'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'price',
  overlay: false,
  gpuTolerance: 1e-5,
  talib: { name: 'ATR', options: { period: 'optInTimePeriod' }, outputs: { atr: 'outReal' } },
  batch: (options, high, low, close, out) => atrBatch(options.period, high, low, close, out),
  open: (options, memory) => {
    const range = new AverageTrueRange(memory, options.period);
    return ({ high, low, close }) => range.next(high, low, close);
  },
});
