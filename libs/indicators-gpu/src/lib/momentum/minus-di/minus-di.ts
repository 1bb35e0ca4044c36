import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { DirectionalMovement } from '../directional-movement.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';

/**
 * Minus directional indicator, 0 to 100.
 *
 * Formula: minusDi = 100 * minusDm / true range, both summed Wilder's way (Wilder, TA-Lib). First value at
 * `period`. Where there was no range it is 0. After a value that is not finite it begins anew.
 *
 * @example
 * import { minusDi } from '@org/indicators-gpu';
 * minusDi({ high, low, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const minusDi = defineLine({
  name: 'minusDi',
  title: 'Minus directional indicator',
  group: 'momentum',
  about: 'How much of the recent ranges went downward beyond the bar before.',
  formula: "minusDi = 100 * minusDm / true range, both summed Wilder's way (Wilder, TA-Lib).",
  inputs: ['high', 'low', 'close'],
  outputs: ['minusDi'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: { name: 'MINUS_DI', options: { period: 'optInTimePeriod' }, outputs: { minusDi: 'outReal' } },
  open: (options, memory) => {
    const movement = new DirectionalMovement(memory, options.period);
    return ({ high, low, close }) => {
      if (!movement.next(high, low, close)) return NaN;
      const range = movement.range;
      return range === 0 ? 0 : (movement.down / range) * 100;
    };
  },
});
