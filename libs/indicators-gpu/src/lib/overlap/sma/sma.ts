import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MovingMean } from '../../window/moving-mean.ts';
import { smaBatch } from './sma.batch.ts';
import { SmaStream } from './sma.stream.ts';

/**
 * Simple moving average: the mean of the last `period` values, in the unit of the column.
 *
 * Formula: (v₀ + … + vₙ₋₁) / n. First value at `period - 1`. A value that is not finite empties the window; it is
 * exact again `period` clean bars later.
 *
 * @example
 * import { sma } from '@org/indicators-gpu';
 * sma([1, 2, 3, 4], { period: 2 }); // NaN, 1.5, 2.5, 3.5
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const sma = defineLine({
  name: 'sma',
  title: 'Simple moving average',
  group: 'overlap',
  about: 'The mean price of the last bars: where the market has been, with its noise averaged out.',
  formula: 'sma = (v0 + v1 + … + v(n-1)) / n over the last n values.',
  inputs: ['close'],
  outputs: ['sma'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  gpuTolerance: 1e-5,
  talib: { name: 'SMA', options: { period: 'optInTimePeriod' }, outputs: { sma: 'outReal' } },
  batch: (options, values, out) => smaBatch(options.period, values, out),
  live: { Stream: SmaStream, open: (options, memory) => new MovingMean(memory, options.period) },
  open: (options, memory) => {
    const average = new MovingMean(memory, options.period);
    return ({ close }) => average.next(close);
  },
});
