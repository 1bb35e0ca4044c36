import { defineLine } from '../../indicator/define-line.ts';

/**
 * Median price, in the unit of the prices.
 *
 * Formula: medprice = (high + low) / 2 (TA-Lib). First value at 0.
 *
 * @example
 * import { medprice } from '@org/indicators-gpu';
 * medprice({ high, low });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const medprice = defineLine({
  name: 'medprice',
  title: 'Median price',
  group: 'price',
  about: 'The middle of the bar.',
  formula: 'medprice = (high + low) / 2 (TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['medprice'],
  options: {},
  warmUp: () => 0,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'MEDPRICE', options: {}, outputs: { medprice: 'outReal' } },
  open:
    () =>
    ({ high, low }) =>
      (high + low) / 2,
});
