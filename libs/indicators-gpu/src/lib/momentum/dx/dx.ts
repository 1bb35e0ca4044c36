import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { DirectionalMovement } from '../directional-movement.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';

/**
 * Directional movement index, 0 to 100.
 *
 * Formula: dx = 100 * |plusDm - minusDm| / (plusDm + minusDm) (Wilder, TA-Lib). First value at `period`. Without
 * any movement it stays as it was, 0 at first. The true range, by which TA-Lib divides both, goes out. After a value that is not finite it begins anew.
 *
 * @example
 * import { dx } from '@org/indicators-gpu';
 * dx({ high, low }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const dx = defineLine({
  name: 'dx',
  title: 'Directional movement index',
  group: 'momentum',
  about: 'How one-sided the recent movement is, whichever way it went.',
  formula: 'dx = 100 * |plusDm - minusDm| / (plusDm + minusDm) (Wilder, TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['dx'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: { name: 'DX', options: { period: 'optInTimePeriod' }, outputs: { dx: 'outReal' } },
  open: (options, memory) => {
    const movement = new DirectionalMovement(memory, options.period);
    const latest = memory.claim(0);
    return ({ high, low }) => {
      if (!movement.next(high, low, high)) return NaN;
      const { up, down } = movement;
      const { cells, base } = memory;
      const both = up + down;
      if (both !== 0) cells[base + latest] = (Math.abs(up - down) / both) * 100;
      return cells[base + latest]!;
    };
  },
});
