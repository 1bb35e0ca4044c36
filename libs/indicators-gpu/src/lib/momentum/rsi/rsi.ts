import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { RelativeStrength, RsiStream } from './rsi.stream.ts';
import { rsiBatch } from './rsi.batch.ts';

/**
 * Relative strength index, 0 to 100.
 *
 * Formula: 100 · g / (g + l), where g and l are Wilder's averages of the rises and falls from close to close, begun
 * with the mean of the first `period` of them. First value at `period`. Where nothing has moved since the start it
 * is 0, as in TA-Lib (others say 50 or 100). After a value that is not finite it begins anew.
 *
 * @example
 * import { rsi } from '@org/indicators-gpu';
 * rsi(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const rsi = defineLine({
  name: 'rsi',
  title: 'Relative strength index',
  group: 'momentum',
  about: 'Which share of the recent moves went up: above 70 is called overbought, below 30 oversold.',
  formula: 'rsi = 100 * g / (g + l), g and l being the Wilder averages of rises and falls (Wilder, TA-Lib).',
  inputs: ['close'],
  outputs: ['rsi'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  gpuTolerance: 1e-3,
  talib: { name: 'RSI', options: { period: 'optInTimePeriod' }, outputs: { rsi: 'outReal' } },
  batch: (options, values, out) => rsiBatch(options.period, values, out),
  live: { Stream: RsiStream, open: (options, memory) => new RelativeStrength(memory, options.period) },
  open: (options, memory) => {
    const strength = new RelativeStrength(memory, options.period);
    return ({ close }) => strength.next(close);
  },
});
