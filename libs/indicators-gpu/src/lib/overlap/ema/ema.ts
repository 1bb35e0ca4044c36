import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { Exponential, bars1e12, weightOf } from '../../smoothing/exponential.ts';
import { emaBatch } from './ema.batch.ts';
import { EmaStream } from './ema.stream.ts';

/**
 * Exponential moving average, in the unit of the column.
 *
 * Formula: e = e + (v − e) · 2 / (n + 1), begun with the simple mean of the first `period` values as TA-Lib does.
 * First value at `period - 1`. After a value that is not finite it begins anew.
 *
 * @example
 * import { ema } from '@org/indicators-gpu';
 * ema([1, 2, 3, 4], { period: 3 }); // NaN, NaN, 2, 3
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const ema = defineLine({
  name: 'ema',
  title: 'Exponential moving average',
  group: 'overlap',
  about: 'An average that weighs the newest bars most, so it turns sooner than the simple one.',
  formula: 'ema = ema + (v - ema) * 2 / (n + 1), begun with the mean of the first n values (TA-Lib).',
  inputs: ['close'],
  outputs: ['ema'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'recursive',
  stableAfter: (options) => options.period - 1 + bars1e12(weightOf(options.period)),
  unit: 'price',
  overlay: true,
  gpuTolerance: 1e-5,
  talib: { name: 'EMA', options: { period: 'optInTimePeriod' }, outputs: { ema: 'outReal' } },
  batch: (options, values, out) => emaBatch(options.period, values, out),
  live: { Stream: EmaStream, open: (options, memory) => new Exponential(memory, options.period) },
  open: (options, memory) => {
    const average = new Exponential(memory, options.period);
    return ({ close }) => average.next(close);
  },
});
