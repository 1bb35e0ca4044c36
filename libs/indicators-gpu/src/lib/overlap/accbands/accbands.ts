import { defineLines } from '../../indicator/define-lines.ts';
import { period } from '../../indicator/wording.ts';
import { MovingMean } from '../../window/moving-mean.ts';

/**
 * Acceleration bands, in the unit of the prices.
 *
 * Formula: upper = sma(high * (1 + 4 * (high - low) / (high + low))); middle = sma(close); lower = sma(low * (1 -
 * 4 * (high - low) / (high + low))) (Headley, TA-Lib). First values at `period - 1`.
 *
 * @example
 * import { accbands } from '@org/indicators-gpu';
 * accbands({ high, low, close }, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const accbands = defineLines({
  name: 'accbands',
  title: 'Acceleration bands',
  group: 'overlap',
  about: 'A channel that widens with the ranges of the bars: a close outside it is an unusual move.',
  formula:
    'upper = sma(high * (1 + 4 * (high - low) / (high + low))); middle = sma(close); lower = sma(low * (1 - 4 * (high - low) / (high + low))) (Headley, TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['upper', 'middle', 'lower'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: {
    name: 'ACCBANDS',
    options: { period: 'optInTimePeriod' },
    outputs: { upper: 'outRealUpperBand', middle: 'outRealMiddleBand', lower: 'outRealLowerBand' },
  },
  open: (options, memory) => {
    const upper = new MovingMean(memory, options.period);
    const middle = new MovingMean(memory, options.period);
    const lower = new MovingMean(memory, options.period);
    return ({ high, low, close }, out) => {
      const both = high + low;
      const stretch = both === 0 ? 0 : (4 * (high - low)) / both;
      out.upper = upper.next(high * (1 + stretch));
      out.middle = middle.next(close);
      out.lower = lower.next(low * (1 - stretch));
    };
  },
});
