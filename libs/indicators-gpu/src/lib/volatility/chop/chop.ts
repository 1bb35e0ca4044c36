import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { TrueRange } from '../true-range.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';
import { MovingTotal } from '../../window/moving-total.ts';
import { Previous } from '../../window/past.ts';

/**
 * Choppiness index, 0 to 100.
 *
 * Formula: chop = 100 * log10(sum(true range, n) / (highest true high - lowest true low)) / log10(n) (Dreiss).
 * First value at `period`. A window without any range goes nowhere: 100.
 *
 * @example
 * import { chop } from '@org/indicators-gpu';
 * chop({ high, low, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const chop = defineLine({
  name: 'chop',
  title: 'Choppiness index',
  group: 'volatility',
  about: 'Whether the market goes somewhere or to and fro: above 62 is called choppy, below 38 a trend.',
  formula:
    'chop = 100 * log10(sum(true range, n) / (highest true high - lowest true low)) / log10(n) (Dreiss).',
  inputs: ['high', 'low', 'close'],
  outputs: ['chop'],
  options: { period: period(14, 2) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'index',
  range: [0, 100],
  overlay: false,
  open: (options, memory) => {
    const before = new Previous(memory);
    const range = new TrueRange(memory);
    const path = new MovingTotal(memory, options.period);
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    const full = Math.log10(options.period);
    return ({ high, low, close }) => {
      const last = before.next(close);
      const travelled = path.next(range.next(high, low, close));
      const reach = top.next(Math.max(high, last)) - bottom.next(Math.min(low, last));
      return reach === 0 ? 100 : (Math.log10(travelled / reach) / full) * 100;
    };
  },
});
