import { defineLines } from '../../indicator/define-lines.ts';
import { integer } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { rangePosition } from '../range-position.ts';
import { averageAlone, maType, movingAverages } from '../../smoothing/moving-average.ts';
import { stochfBatch } from './stochf.batch.ts';

/**
 * Fast stochastic oscillator, 0 to 100.
 *
 * Formula: k = 100 * (close - lowest low) / (highest high - lowest low); d = ma(k, signal) (TA-Lib). Both begin
 * together, at `period + signal − 2` with the simple average. A window without range counts as 0.
 *
 * @example
 * import { stochf } from '@org/indicators-gpu';
 * stochf({ high, low, close }, { period: 14, signal: 3 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const stochf = defineLines({
  name: 'stochf',
  title: 'Fast stochastic oscillator',
  group: 'momentum',
  about: 'Where the close stands in the range of the last bars, without the first smoothing.',
  formula: 'k = 100 * (close - lowest low) / (highest high - lowest low); d = ma(k, signal) (TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['k', 'd'],
  options: {
    period: period(14),
    signal: integer(3, 1, 'Bars of the average of k that makes d.'),
    signalType: maType('sma'),
  },
  warmUp: (options) => options.period - 1 + movingAverages[options.signalType].warmUp(options.signal),
  memory: 'window',
  stableAfter: (options) =>
    options.period - 1 + movingAverages[options.signalType].stableAfter(options.signal),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: {
    name: 'STOCHF',
    options: { period: 'optInFastK_Period', signal: 'optInFastD_Period', signalType: 'optInFastD_MAType' },
    outputs: { k: 'outFastK', d: 'outFastD' },
  },
  batch: ({ period, signal, signalType }, high, low, close, k, d) =>
    stochfBatch(period, averageAlone(movingAverages[signalType], signal), high, low, close, k, d),
  open: (options, memory) => {
    const position = rangePosition(memory, options.period);
    const signal = movingAverages[options.signalType].open(memory, options.signal);
    return ({ high, low, close }, out) => {
      const k = position(high, low, close);
      const d = signal.next(k);
      out.k = k + (d - d);
      out.d = d;
    };
  },
});
