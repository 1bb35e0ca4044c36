import { defineLine } from '../../indicator/define-line.ts';

/**
 * Balance of power, −1 to 1.
 *
 * Formula: bop = (close - open) / (high - low) (Livshin, TA-Lib). First value at 0. A bar without range gives 0.
 *
 * @example
 * import { bop } from '@org/indicators-gpu';
 * bop({ open, high, low, close });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const bop = defineLine({
  name: 'bop',
  title: 'Balance of power',
  group: 'momentum',
  about: 'Who won the bar: 1 is a bar that opened at its low and closed at its high.',
  formula: 'bop = (close - open) / (high - low) (Livshin, TA-Lib).',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['bop'],
  options: {},
  warmUp: () => 0,
  memory: 'window',
  unit: 'ratio',
  range: [-1, 1],
  overlay: false,
  talib: { name: 'BOP', options: {}, outputs: { bop: 'outReal' } },
  open:
    () =>
    ({ open, high, low, close }) =>
      high > low ? (close - open) / (high - low) : 0,
});
