import { defineLine } from '../../indicator/define-line.ts';

/**
 * Weighted close price, in the unit of the prices.
 *
 * Formula: wclprice = (high + low + 2 * close) / 4 (TA-Lib). First value at 0.
 *
 * @example
 * import { wclprice } from '@org/indicators-gpu';
 * wclprice({ high, low, close });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const wclprice = defineLine({
  name: 'wclprice',
  title: 'Weighted close price',
  group: 'price',
  about: 'The close, softened by the range of its bar.',
  formula: 'wclprice = (high + low + 2 * close) / 4 (TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['wclprice'],
  options: {},
  warmUp: () => 0,
  memory: 'window',
  unit: 'price',
  overlay: true,
  talib: { name: 'WCLPRICE', options: {}, outputs: { wclprice: 'outReal' } },
  open:
    () =>
    ({ high, low, close }) =>
      (high + low + 2 * close) / 4,
});
