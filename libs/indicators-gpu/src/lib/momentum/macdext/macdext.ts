import { defineLines } from '../../indicator/define-lines.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { maType, movingAverages } from '../../smoothing/moving-average.ts';
import type { MaType } from '../../smoothing/moving-average.ts';
import { Skip } from '../../window/past.ts';

/**
 * Moving average convergence and divergence with chosen averages, in the unit of the column.
 *
 * Formula: macd = ma(fast) - ma(slow); signal = ma(macd); histogram = macd - signal (TA-Lib). All three outputs
 * begin together, when the signal does. After a value that is not finite it begins anew.
 *
 * @example
 * import { macdext } from '@org/indicators-gpu';
 * macdext(close, { fastType: 'ema', slowType: 'ema', signalType: 'ema' });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const macdext = defineLines({
  name: 'macdext',
  title: 'Moving average convergence and divergence with chosen averages',
  group: 'momentum',
  about: 'MACD made of any of the averages.',
  formula: 'macd = ma(fast) - ma(slow); signal = ma(macd); histogram = macd - signal (TA-Lib).',
  inputs: ['close'],
  outputs: ['macd', 'signal', 'histogram'],
  options: {
    fast: integer(12, 1, 'Bars of the short average.'),
    fastType: maType('sma'),
    slow: integer(26, 2, 'Bars of the long average.'),
    slowType: maType('sma'),
    signal: integer(9, 1, 'Bars of the average of the difference.'),
    signalType: maType('sma'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => lineWarmUp(options) + movingAverages[options.signalType].warmUp(options.signal),
  memory: 'recursive',
  stableAfter: (options) =>
    movingAverages[options.fastType].stableAfter(options.fast) +
    movingAverages[options.slowType].stableAfter(options.slow) +
    movingAverages[options.signalType].stableAfter(options.signal),
  unit: 'price',
  overlay: false,
  talib: {
    name: 'MACDEXT',
    options: {
      fast: 'optInFastPeriod',
      fastType: 'optInFastMAType',
      slow: 'optInSlowPeriod',
      slowType: 'optInSlowMAType',
      signal: 'optInSignalPeriod',
      signalType: 'optInSignalMAType',
    },
    outputs: { macd: 'outMACD', signal: 'outMACDSignal', histogram: 'outMACDHist' },
  },
  open: (options, memory) => {
    const begin = lineWarmUp(options);
    const fastAverage = movingAverages[options.fastType];
    const slowAverage = movingAverages[options.slowType];
    const beforeFast = new Skip(memory, begin - fastAverage.warmUp(options.fast));
    const beforeSlow = new Skip(memory, begin - slowAverage.warmUp(options.slow));
    const fast = fastAverage.open(memory, options.fast);
    const slow = slowAverage.open(memory, options.slow);
    const average = movingAverages[options.signalType].open(memory, options.signal);
    return ({ close: value }, out) => {
      const difference = fast.next(beforeFast.next(value)) - slow.next(beforeSlow.next(value));
      const signal = average.next(difference);
      out.macd = difference + (signal - signal);
      out.signal = signal;
      out.histogram = difference - signal;
    };
  },
});

function lineWarmUp(options: {
  readonly fast: number;
  readonly fastType: MaType;
  readonly slow: number;
  readonly slowType: MaType;
}): number {
  const { fast, fastType, slow, slowType } = options;
  return Math.max(movingAverages[fastType].warmUp(fast), movingAverages[slowType].warmUp(slow));
}
