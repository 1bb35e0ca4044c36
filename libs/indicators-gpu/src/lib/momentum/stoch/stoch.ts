import { defineLines } from '../../indicator/define-lines.ts';
import { period } from '../../indicator/wording.ts';
import { integer } from '../../indicator/option.ts';
import type { Memory } from '../../indicator/memory.ts';
import { maType, movingAverages } from '../../smoothing/moving-average.ts';
import type { Average, MaType } from '../../smoothing/moving-average.ts';
import { MovingSum } from '../../window/moving-sum.ts';
import { rangePosition } from '../range-position.ts';
import { stochBatch } from './stoch.batch.ts';

/**
 * Stochastic oscillator (slow), 0 to 100.
 *
 * Formula: 100 · (close − lowest low) / (highest high − lowest low) over `period` bars, averaged over `smooth` gives
 * k, averaged again over `signal` gives d. Both begin together, as in TA-Lib, at `period + smooth + signal − 3` with
 * simple averages. A window without any range counts as 0, as in TA-Lib.
 *
 * @example
 * import { stoch } from '@org/indicators-gpu';
 * const { k, d } = stoch({ high, low, close }, { period: 14, smooth: 3, signal: 3 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const stoch = defineLines({
  name: 'stoch',
  title: 'Stochastic oscillator',
  group: 'momentum',
  about: 'Where the close stands in the range of the last bars: near 100 at its top, near 0 at its bottom.',
  formula:
    'k = ma(100 * (close - lowest low) / (highest high - lowest low), smooth); d = ma(k, signal) (TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['k', 'd'],
  options: {
    period: period(14),
    smooth: integer(3, 1, 'Bars of the average that makes k.'),
    signal: integer(3, 1, 'Bars of the average of k that makes d.'),
    smoothType: maType('sma'),
    signalType: maType('sma'),
  },
  warmUp: (options) =>
    options.period -
    1 +
    movingAverages[options.smoothType].warmUp(options.smooth) +
    movingAverages[options.signalType].warmUp(options.signal),
  memory: 'window',
  stableAfter: (options) =>
    options.period -
    1 +
    movingAverages[options.smoothType].stableAfter(options.smooth) +
    movingAverages[options.signalType].stableAfter(options.signal),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  gpuTolerance: 1e-3,
  talib: {
    name: 'STOCH',
    options: {
      period: 'optInFastK_Period',
      smooth: 'optInSlowK_Period',
      signal: 'optInSlowD_Period',
      smoothType: 'optInSlowK_MAType',
      signalType: 'optInSlowD_MAType',
    },
    outputs: { k: 'outSlowK', d: 'outSlowD' },
  },
  batch: (options, high, low, close, k, d) =>
    options.smoothType === 'sma' &&
    options.signalType === 'sma' &&
    stochBatch(options, high, low, close, k, d),
  open: (options, memory) => {
    const position = rangePosition(memory, options.period);
    const smooth = smoothing(memory, options.smoothType, options.smooth);
    const signal = smoothing(memory, options.signalType, options.signal);
    return ({ high, low, close }, out) => {
      const k = smooth.next(position(high, low, close));
      const d = signal.next(k);
      out.k = k + (d - d);
      out.d = d;
    };
  },
});

/** The chosen average. The plain one of a percentage does with a multiplication, which is cheaper than a division. */
function smoothing(memory: Memory, type: MaType, period: number): Average {
  return type === 'sma' ? new SumShare(memory, period) : movingAverages[type].open(memory, period);
}

class SumShare implements Average {
  readonly #sum: MovingSum;
  readonly #share: number;

  constructor(memory: Memory, period: number) {
    this.#sum = new MovingSum(memory, period);
    this.#share = 1 / period;
  }

  next(value: number): number {
    return this.#sum.next(value) * this.#share;
  }
}
