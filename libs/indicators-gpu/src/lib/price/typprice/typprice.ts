import { defineLine } from '../../indicator/define-line.ts';

/**
 * Typical price, in the unit of the prices.
 *
 * Formula: typprice = (high + low + close) / 3 (TA-Lib). First value at 0.
 *
 * @example
 * import { typprice } from '@org/indicators-gpu';
 * typprice({ high, low, close });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const typprice = defineLine({
  name: 'typprice',
  title: 'Typical price',
  group: 'price',
  about: 'The middle of the bar, leaning to its close.',
  formula: 'typprice = (high + low + close) / 3 (TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['typprice'],
  options: {},
  warmUp: () => 0,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'TYPPRICE', options: {}, outputs: { typprice: 'outReal' } },
  open:
    () =>
    ({ high, low, close }) =>
      (high + low + close) / 3,
});
