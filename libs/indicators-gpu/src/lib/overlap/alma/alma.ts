import { defineLine } from '../../indicator/define-line.ts';
import { decimal } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { SlidingWindow } from '../../window/sliding-window.ts';

/**
 * Arnaud Legoux moving average, in the unit of the column.
 *
 * Formula: alma = sum(w * v) / sum(w), w(i) = exp(-(i - offset * (n - 1))² / (2 * (n / sigma)²)), i = 0 the oldest
 * (Legoux, Kouzis-Loukas). First value at `period - 1`. Every bar sums the whole window.
 *
 * @example
 * import { alma } from '@org/indicators-gpu';
 * alma(close, { period: 9, offset: 0.85, sigma: 6 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const alma = defineLine({
  name: 'alma',
  title: 'Arnaud Legoux moving average',
  group: 'overlap',
  about: 'A mean under a bell curve that leans to the newest bars: smooth, with little lag.',
  formula:
    'alma = sum(w * v) / sum(w), w(i) = exp(-(i - offset * (n - 1))² / (2 * (n / sigma)²)), i = 0 the oldest (Legoux, Kouzis-Loukas).',
  inputs: ['close'],
  outputs: ['alma'],
  options: {
    period: period(9),
    offset: decimal(0.85, [0, 1], 'Where the top of the bell stands: 1 is the newest bar.'),
    sigma: decimal(6, [0.01, 1000], 'How narrow the bell is.'),
  },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  cost: 'period',
  open: ({ period, offset, sigma }, memory) => {
    const window = new SlidingWindow(memory, period);
    const weights = bell(period, offset, sigma);
    return ({ close: value }) => {
      if (!window.next(value)) return NaN;
      let sum = 0;
      for (let i = 0; i < period; i += 1) sum += weights[i]! * window.at(period - 1 - i);
      return sum;
    };
  },
});

/** The weights, oldest first, which add up to 1. */
function bell(period: number, offset: number, sigma: number): Float64Array {
  const top = offset * (period - 1);
  const width = period / sigma;
  const weights = Float64Array.from({ length: period }, (_, i) =>
    Math.exp(-((i - top) ** 2) / (2 * width * width)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
