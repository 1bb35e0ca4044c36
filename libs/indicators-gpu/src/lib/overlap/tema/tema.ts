import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { TripleExponential } from '../../smoothing/exponential-chain.ts';
import { movingAverages } from '../../smoothing/moving-average.ts';

/**
 * Triple exponential moving average, in the unit of the column.
 *
 * Formula: tema = 3 * ema(v) - 3 * ema(ema(v)) + ema(ema(ema(v))) (Mulloy, TA-Lib). First value at `3 · (period −
 * 1)`. After a value that is not finite it begins anew.
 *
 * @example
 * import { tema } from '@org/indicators-gpu';
 * tema(close, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const tema = defineLine({
  name: 'tema',
  title: 'Triple exponential moving average',
  group: 'overlap',
  about: 'An exponential average with most of its lag taken off.',
  formula: 'tema = 3 * ema(v) - 3 * ema(ema(v)) + ema(ema(ema(v))) (Mulloy, TA-Lib).',
  inputs: ['close'],
  outputs: ['tema'],
  options: { period: period(20) },
  warmUp: (options) => movingAverages.tema.warmUp(options.period),
  memory: 'recursive',
  stableAfter: (options) => movingAverages.tema.stableAfter(options.period),
  unit: 'price',
  overlay: true,
  talib: { name: 'TEMA', options: { period: 'optInTimePeriod' }, outputs: { tema: 'outReal' } },
  open: (options, memory) => {
    const average = new TripleExponential(memory, options.period);
    return ({ close }) => average.next(close);
  },
});
