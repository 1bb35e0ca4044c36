import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { DoubleExponential } from '../../smoothing/exponential-chain.ts';
import { movingAverages } from '../../smoothing/moving-average.ts';

/**
 * Double exponential moving average, in the unit of the column.
 *
 * Formula: dema = 2 * ema(v) - ema(ema(v)) (Mulloy, TA-Lib). First value at `2 · (period − 1)`. After a value that
 * is not finite it begins anew.
 *
 * @example
 * import { dema } from '@org/indicators-gpu';
 * dema(close, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const dema = defineLine({
  name: 'dema',
  title: 'Double exponential moving average',
  group: 'overlap',
  about: 'An exponential average with half of its lag taken off.',
  formula: 'dema = 2 * ema(v) - ema(ema(v)) (Mulloy, TA-Lib).',
  inputs: ['close'],
  outputs: ['dema'],
  options: { period: period(20) },
  warmUp: (options) => movingAverages.dema.warmUp(options.period),
  memory: 'recursive',
  stableAfter: (options) => movingAverages.dema.stableAfter(options.period),
  unit: 'price',
  overlay: true,
  talib: { name: 'DEMA', options: { period: 'optInTimePeriod' }, outputs: { dema: 'outReal' } },
  open: (options, memory) => {
    const average = new DoubleExponential(memory, options.period);
    return ({ close }) => average.next(close);
  },
});
