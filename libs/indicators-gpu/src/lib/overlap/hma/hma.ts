import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { Weighted } from '../../smoothing/moving-average.ts';

/**
 * Hull moving average, in the unit of the column.
 *
 * Formula: hma = wma(2 * wma(v, floor(n / 2)) - wma(v, n), floor(sqrt(n))) (Hull). First value at `period +
 * ⌊√period⌋ − 2`.
 *
 * @example
 * import { hma } from '@org/indicators-gpu';
 * hma(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const hma = defineLine({
  name: 'hma',
  title: 'Hull moving average',
  group: 'overlap',
  about: 'An average that turns almost without lag and still draws a smooth line.',
  formula: 'hma = wma(2 * wma(v, floor(n / 2)) - wma(v, n), floor(sqrt(n))) (Hull).',
  inputs: ['close'],
  outputs: ['hma'],
  options: { period: period(14, 2) },
  warmUp: (options) => options.period + Math.floor(Math.sqrt(options.period)) - 2,
  memory: 'window',
  unit: 'price',
  overlay: true,
  open: (options, memory) => {
    const short = new Weighted(memory, Math.floor(options.period / 2));
    const long = new Weighted(memory, options.period);
    const smooth = new Weighted(memory, Math.floor(Math.sqrt(options.period)));
    return ({ close: value }) => smooth.next(2 * short.next(value) - long.next(value));
  },
});
