import { defineLine } from '../../indicator/define-line.ts';

/**
 * Average price, in the unit of the prices.
 *
 * Formula: avgprice = (open + high + low + close) / 4 (TA-Lib). First value at 0.
 *
 * @example
 * import { avgprice } from '@org/indicators-gpu';
 * avgprice({ open, high, low, close });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const avgprice = defineLine({
  name: 'avgprice',
  title: 'Average price',
  group: 'price',
  about: 'One price for the whole bar.',
  formula: 'avgprice = (open + high + low + close) / 4 (TA-Lib).',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['avgprice'],
  options: {},
  warmUp: () => 0,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'AVGPRICE', options: {}, outputs: { avgprice: 'outReal' } },
  open:
    () =>
    ({ open, high, low, close }) =>
      (open + high + low + close) / 4,
});
