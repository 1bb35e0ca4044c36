import { defineLines } from '../../indicator/define-lines.ts';
import { integer } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { rangePosition } from '../range-position.ts';
import { RelativeStrength } from '../rsi/rsi.stream.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { averageAlone, maType, movingAverages } from '../../smoothing/moving-average.ts';
import { stochrsiBatch } from './stochrsi.batch.ts';

/**
 * Stochastic relative strength index, 0 to 100.
 *
 * Formula: k = 100 * (rsi - lowest rsi) / (highest rsi - lowest rsi) over the window; d = ma(k, signal) (Chande,
 * Kroll, TA-Lib). Both begin together, at `period + window + signal − 2` with the simple average. A window without
 * range counts as 0. After a value that is not finite it begins anew.
 *
 * @example
 * import { stochrsi } from '@org/indicators-gpu';
 * stochrsi(close, { period: 14, window: 14, signal: 3 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const stochrsi = defineLines({
  name: 'stochrsi',
  title: 'Stochastic relative strength index',
  group: 'momentum',
  about: 'Where the relative strength index stands in its own recent range.',
  formula:
    'k = 100 * (rsi - lowest rsi) / (highest rsi - lowest rsi) over the window; d = ma(k, signal) (Chande, Kroll, TA-Lib).',
  inputs: ['close'],
  outputs: ['k', 'd'],
  options: {
    period: period(14),
    window: integer(14, 1, 'Bars whose range of the index is looked at.'),
    signal: integer(3, 1, 'Bars of the average of k that makes d.'),
    signalType: maType('sma'),
  },
  warmUp: (options) =>
    options.period + options.window - 1 + movingAverages[options.signalType].warmUp(options.signal),
  memory: 'recursive',
  stableAfter: (options) =>
    options.period +
    bars1e12(1 / options.period) +
    options.window +
    movingAverages[options.signalType].stableAfter(options.signal),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: {
    name: 'STOCHRSI',
    options: {
      period: 'optInTimePeriod',
      window: 'optInFastK_Period',
      signal: 'optInFastD_Period',
      signalType: 'optInFastD_MAType',
    },
    outputs: { k: 'outFastK', d: 'outFastD' },
  },
  batch: ({ period, window, signal, signalType }, values, k, d) =>
    stochrsiBatch(period, window, averageAlone(movingAverages[signalType], signal), values, k, d),
  open: (options, memory) => {
    const strength = new RelativeStrength(memory, options.period);
    const position = rangePosition(memory, options.window);
    const signal = movingAverages[options.signalType].open(memory, options.signal);
    return ({ close: value }, out) => {
      const index = strength.next(value);
      const k = position(index, index, index);
      const d = signal.next(k);
      out.k = k + (d - d);
      out.d = d;
    };
  },
});
