import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MovingTotal } from '../../window/moving-total.ts';

/**
 * Intraday momentum index, 0 to 100.
 *
 * Formula: imi = 100 * sum(rises from open to close, n) / sum(all ways from open to close, n) (Chande, TA-Lib).
 * First value at `period - 1`. A window without any way gives 0.
 *
 * @example
 * import { imi } from '@org/indicators-gpu';
 * imi({ open, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const imi = defineLine({
  name: 'imi',
  title: 'Intraday momentum index',
  group: 'momentum',
  about: 'Which share of the way inside the recent bars, from open to close, went up.',
  formula:
    'imi = 100 * sum(rises from open to close, n) / sum(all ways from open to close, n) (Chande, TA-Lib).',
  inputs: ['open', 'close'],
  outputs: ['imi'],
  options: { period: period(14) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: { name: 'IMI', options: { period: 'optInTimePeriod' }, outputs: { imi: 'outReal' } },
  open: (options, memory) => {
    const rises = new MovingTotal(memory, options.period);
    const ways = new MovingTotal(memory, options.period);
    return ({ open, close }) => {
      const way = close - open;
      const size = Math.abs(way);
      const rise = rises.next((size + way) / 2);
      const total = ways.next(size);
      return total === 0 ? 0 : (rise / total) * 100;
    };
  },
});
