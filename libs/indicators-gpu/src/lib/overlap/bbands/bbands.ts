import { defineLines } from '../../indicator/define-lines.ts';
import { decimal } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { maType, movingAverages } from '../../smoothing/moving-average.ts';
import { MovingVariance } from '../../window/moving-variance.ts';
import { bbandsBatch, reachOf } from './bbands.batch.ts';

/**
 * Bollinger bands, in the unit of the column.
 *
 * Formula: middle = the moving average; upper and lower = middle plus and minus so many standard deviations of the
 * last `period` values (population variance, as Bollinger and TA-Lib). First values at `period - 1` with the simple
 * average. The deviation is that around the plain mean whatever the average, as in TA-Lib.
 *
 * @example
 * import { bbands } from '@org/indicators-gpu';
 * const { upper, middle, lower } = bbands(close, { period: 20, deviationsUp: 2, deviationsDown: 2 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const bbands = defineLines({
  name: 'bbands',
  title: 'Bollinger bands',
  group: 'overlap',
  about: 'A channel as wide as the prices scatter: narrow before a move, touched when one is stretched.',
  formula:
    'middle = ma(n); upper, lower = middle ± deviations * population deviation of the last n (TA-Lib).',
  inputs: ['close'],
  outputs: ['upper', 'middle', 'lower'],
  options: {
    period: period(20),
    deviationsUp: decimal(2, [-1e6, 1e6], 'Standard deviations from the middle to the upper band.'),
    deviationsDown: decimal(2, [-1e6, 1e6], 'Standard deviations from the middle to the lower band.'),
    maType: maType('sma'),
  },
  warmUp: (options) => Math.max(options.period - 1, movingAverages[options.maType].warmUp(options.period)),
  memory: 'window',
  stableAfter: (options) => movingAverages[options.maType].stableAfter(options.period),
  unit: 'price',
  overlay: true,
  gpuTolerance: 1e-4,
  talib: {
    name: 'BBANDS',
    options: {
      period: 'optInTimePeriod',
      deviationsUp: 'optInNbDevUp',
      deviationsDown: 'optInNbDevDn',
      maType: 'optInMAType',
    },
    outputs: { upper: 'outRealUpperBand', middle: 'outRealMiddleBand', lower: 'outRealLowerBand' },
  },
  batch: (options, values, upper, middle, lower) =>
    options.maType === 'sma' && bbandsBatch(options, values, upper, middle, lower),
  open: (options, memory) => {
    const spread = new MovingVariance(memory, options.period);
    const average =
      options.maType === 'sma' ? undefined : movingAverages[options.maType].open(memory, options.period);
    const up = reachOf(options.deviationsUp, options.period);
    const down = reachOf(options.deviationsDown, options.period);
    return ({ close: value }, out) => {
      const full = spread.next(value);
      const middle = average === undefined ? spread.mean : average.next(value);
      const root = full ? Math.sqrt(spread.scatter) : NaN;
      out.upper = middle + root * up;
      out.middle = full ? middle : NaN;
      out.lower = middle - root * down;
    };
  },
});
