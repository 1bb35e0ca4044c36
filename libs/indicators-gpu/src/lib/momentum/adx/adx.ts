import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { DirectionalIndex } from './adx.stream.ts';
import { adxBatch } from './adx.batch.ts';

/**
 * Average directional index, 0 to 100.
 *
 * Formula: Wilder's average of 100 · |up − down| / (up + down), the directional movements over the last `period`
 * bars, begun with the mean of the first `period` of them. First value at `2 · period − 1`. A bar without any
 * movement since the start leaves it as it is, as in TA-Lib. The true range, by which TA-Lib divides both, goes out, and with it
 * the close. After a bar that is not finite it begins anew.
 *
 * @example
 * import { adx } from '@org/indicators-gpu';
 * adx({ high, low }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const adx = defineLine({
  name: 'adx',
  title: 'Average directional index',
  group: 'momentum',
  about: 'How strong the trend is, whichever way it goes: above 25 is called a trend, below 20 none.',
  formula: 'adx = Wilder average of 100 * |plusDm - minusDm| / (plusDm + minusDm) (Wilder, TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['adx'],
  options: { period: period(14) },
  warmUp: (options) => 2 * options.period - 1,
  memory: 'recursive',
  stableAfter: (options) => 2 * (options.period + 2 * bars1e12(1 / options.period)),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  gpuTolerance: 1e-3,
  talib: { name: 'ADX', options: { period: 'optInTimePeriod' }, outputs: { adx: 'outReal' } },
  batch: (options, high, low, out) => adxBatch(options.period, high, low, out),
  open: (options, memory) => {
    const index = new DirectionalIndex(memory, options.period);
    return ({ high, low }) => index.next(high, low);
  },
});
