import { defineLines } from '../../indicator/define-lines.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { bars1e12, Exponential, weightOf } from '../../smoothing/exponential.ts';
import { Skip } from '../../window/past.ts';
import { macdBatch } from './macd.batch.ts';

/**
 * Moving average convergence and divergence, in the unit of the column.
 *
 * Formula: macd = ema(fast) − ema(slow); signal = ema of macd; histogram = macd − signal. As in TA-Lib the fast
 * average begins so late that both have their first value at `slow - 1`, and all three outputs begin together, at
 * `slow + signal - 2`. After a value that is not finite it begins anew.
 *
 * @example
 * import { macd } from '@org/indicators-gpu';
 * const { macd: line, signal, histogram } = macd(close, { fast: 12, slow: 26, signal: 9 });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const macd = defineLines({
  name: 'macd',
  title: 'Moving average convergence and divergence',
  group: 'momentum',
  about:
    'Whether the short trend runs ahead of the long one, and, by the histogram, whether it gains or loses.',
  formula: 'macd = ema(fast) - ema(slow); signal = ema(macd); histogram = macd - signal (TA-Lib).',
  inputs: ['close'],
  outputs: ['macd', 'signal', 'histogram'],
  options: {
    fast: integer(12, 1, 'Bars of the short average.'),
    slow: integer(26, 2, 'Bars of the long average.'),
    signal: integer(9, 1, 'Bars of the average of the difference.'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => options.slow + options.signal - 2,
  memory: 'recursive',
  stableAfter: ({ slow, signal }) =>
    slow + signal + 2 * (bars1e12(weightOf(slow)) + bars1e12(weightOf(signal))),
  unit: 'price',
  overlay: false,
  gpuTolerance: 1e-3,
  talib: {
    name: 'MACD',
    options: { fast: 'optInFastPeriod', slow: 'optInSlowPeriod', signal: 'optInSignalPeriod' },
    outputs: { macd: 'outMACD', signal: 'outMACDSignal', histogram: 'outMACDHist' },
  },
  batch: macdBatch,
  open: (options, memory) => {
    const later = new Skip(memory, options.slow - options.fast);
    const fast = new Exponential(memory, options.fast);
    const slow = new Exponential(memory, options.slow);
    const average = new Exponential(memory, options.signal);
    return ({ close: value }, out) => {
      const difference = fast.next(later.next(value)) - slow.next(value);
      const signal = average.next(difference);
      out.macd = difference + (signal - signal);
      out.signal = signal;
      out.histogram = difference - signal;
    };
  },
});
