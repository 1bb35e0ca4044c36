import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { DirectionalMovement } from '../directional-movement.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';

/**
 * Plus directional movement, in the unit of the prices.
 *
 * Formula: plusDm = plusDm - plusDm / n + move of the bar, begun with the sum of n - 1 moves (Wilder, TA-Lib).
 * First value at `period - 1`, at 1 for a period of 1. After a value that is not finite it begins anew.
 *
 * @example
 * import { plusDm } from '@org/indicators-gpu';
 * plusDm({ high, low }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const plusDm = defineLine({
  name: 'plusDm',
  title: 'Plus directional movement',
  group: 'momentum',
  about: 'How far the recent bars reached upward beyond those before.',
  formula:
    'plusDm = plusDm - plusDm / n + move of the bar, begun with the sum of n - 1 moves (Wilder, TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['plusDm'],
  options: { period: period(14) },
  warmUp: (options) => Math.max(options.period - 1, 1),
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'price',
  overlay: false,
  talib: { name: 'PLUS_DM', options: { period: 'optInTimePeriod' }, outputs: { plusDm: 'outReal' } },
  open: (options, memory) => {
    const movement = new DirectionalMovement(memory, options.period);
    const enough = Math.max(options.period - 1, 1);
    return ({ high, low }) => {
      movement.next(high, low, high);
      return movement.seen < enough ? NaN : movement.up;
    };
  },
});
