import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MovingTotal } from '../../window/moving-total.ts';
import { rollingVwapBatch } from './rolling-vwap.batch.ts';

const third = 1 / 3;

/**
 * Volume-weighted average price of the last `period` bars, in the unit of the prices.
 *
 * Formula: Σ (typical price · volume) / Σ volume, typical price being (high + low + close) / 3. First value at
 * `period - 1`. A window without volume gives the typical price of its newest bar.
 *
 * @example
 * import { rollingVwap } from '@org/indicators-gpu';
 * rollingVwap({ high, low, close, volume }, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const rollingVwap = defineLine({
  name: 'rollingVwap',
  title: 'Rolling volume-weighted average price',
  group: 'overlap',
  about: 'The price paid on average over the last bars: a moving average that believes in volume.',
  formula: 'rollingVwap = sum(typical price * volume, n) / sum(volume, n).',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['rollingVwap'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  gpuTolerance: 1e-4,
  batch: (options, high, low, close, volume, out) =>
    rollingVwapBatch({ period: options.period, high, low, close, volume, out }),
  open: (options, memory) => {
    const paid = new MovingTotal(memory, options.period);
    const traded = new MovingTotal(memory, options.period);
    return ({ high, low, close, volume }) => {
      // Of the three prices the sum is kept, and the mean is taken only at the end.
      const prices = high + low + close;
      const money = paid.next(prices * volume);
      const total = traded.next(volume);
      return (total === 0 ? prices : money / total) * third;
    };
  },
});
