import { defineLine } from '../../indicator/define-line.ts';
import { TrueRange } from '../true-range.ts';

/**
 * True range, in the unit of the prices.
 *
 * Formula: trange = max(high, close[-1]) - min(low, close[-1]) (Wilder, TA-Lib). First value at 1.
 *
 * @example
 * import { trange } from '@org/indicators-gpu';
 * trange({ high, low, close });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const trange = defineLine({
  name: 'trange',
  title: 'True range',
  group: 'volatility',
  about: 'How far the price moved in the bar, the gap before it included.',
  formula: 'trange = max(high, close[-1]) - min(low, close[-1]) (Wilder, TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['trange'],
  options: {},
  warmUp: () => 1,
  memory: 'window',
  unit: 'price',
  overlay: false,
  talib: { name: 'TRANGE', options: {}, outputs: { trange: 'outReal' } },
  open: (_options, memory) => {
    const range = new TrueRange(memory);
    return ({ high, low, close }) => range.next(high, low, close);
  },
});
