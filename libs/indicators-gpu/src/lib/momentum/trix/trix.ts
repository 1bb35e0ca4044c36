import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { rateOfChange } from '../rate-of-change.ts';
import { Exponential } from '../../smoothing/exponential.ts';
import { movingAverages } from '../../smoothing/moving-average.ts';

/**
 * Triple exponential rate of change, in percent.
 *
 * Formula: trix = (e / e[-1] - 1) * 100, e = ema(ema(ema(v))) (Hutson, TA-Lib). First value at `3 · (period − 1) +
 * 1`. After a value that is not finite it begins anew.
 *
 * @example
 * import { trix } from '@org/indicators-gpu';
 * trix(close, { period: 15 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const trix = defineLine({
  name: 'trix',
  title: 'Triple exponential rate of change',
  group: 'momentum',
  about: 'The bar-to-bar change of a price smoothed three times: the trend without its noise.',
  formula: 'trix = (e / e[-1] - 1) * 100, e = ema(ema(ema(v))) (Hutson, TA-Lib).',
  inputs: ['close'],
  outputs: ['trix'],
  options: { period: period(15) },
  warmUp: (options) => 3 * (options.period - 1) + 1,
  memory: 'recursive',
  stableAfter: (options) => movingAverages.tema.stableAfter(options.period) + 1,
  unit: 'percent',
  overlay: false,
  talib: { name: 'TRIX', options: { period: 'optInTimePeriod' }, outputs: { trix: 'outReal' } },
  open: (options, memory) => {
    const once = new Exponential(memory, options.period);
    const twice = new Exponential(memory, options.period);
    const thrice = new Exponential(memory, options.period);
    const change = rateOfChange(memory, 1, (value, past) => (value / past - 1) * 100);
    return ({ close: value }) => change(thrice.next(twice.next(once.next(value))));
  },
});
