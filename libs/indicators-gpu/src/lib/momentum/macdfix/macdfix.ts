import { defineLines } from '../../indicator/define-lines.ts';
import { integer } from '../../indicator/option.ts';
import { bars1e12, Exponential, weightOf } from '../../smoothing/exponential.ts';
import { Skip } from '../../window/past.ts';

/**
 * Moving average convergence and divergence 12/26, by the first weights, in the unit of the column.
 *
 * Formula: macd = ema(12, weight 0.15) - ema(26, weight 0.075); signal = ema(macd); histogram = macd - signal (TA-
 * Lib). All three outputs begin together, at `24 + signal`. After a value that is not finite it begins anew.
 *
 * @example
 * import { macdfix } from '@org/indicators-gpu';
 * macdfix(close, { signal: 9 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const macdfix = defineLines({
  name: 'macdfix',
  title: 'Moving average convergence and divergence 12/26, by the first weights',
  group: 'momentum',
  about: "MACD with Appel's original weights of 0.15 and 0.075.",
  formula:
    'macd = ema(12, weight 0.15) - ema(26, weight 0.075); signal = ema(macd); histogram = macd - signal (TA-Lib).',
  inputs: ['close'],
  outputs: ['macd', 'signal', 'histogram'],
  options: { signal: integer(9, 1, 'Bars of the average of the difference.') },
  warmUp: (options) => 24 + options.signal,
  memory: 'recursive',
  stableAfter: ({ signal }) => 26 + signal + 2 * (bars1e12(0.075) + bars1e12(weightOf(signal))),
  unit: 'price',
  overlay: false,
  talib: {
    name: 'MACDFIX',
    options: { signal: 'optInSignalPeriod' },
    outputs: { macd: 'outMACD', signal: 'outMACDSignal', histogram: 'outMACDHist' },
  },
  open: (options, memory) => {
    const later = new Skip(memory, 26 - 12);
    const fast = new Exponential(memory, 12, 0.15);
    const slow = new Exponential(memory, 26, 0.075);
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
