import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { DirectionalMovement } from '../directional-movement.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';

/**
 * Plus directional indicator, 0 to 100.
 *
 * Formula: plusDi = 100 * plusDm / true range, both summed Wilder's way (Wilder, TA-Lib). First value at `period`.
 * Where there was no range it is 0. After a value that is not finite it begins anew.
 *
 * @example
 * import { plusDi } from '@org/indicators-gpu';
 * plusDi({ high, low, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const plusDi = defineLine({
  name: 'plusDi',
  title: 'Plus directional indicator',
  group: 'momentum',
  about: 'How much of the recent ranges went upward beyond the bar before.',
  formula: "plusDi = 100 * plusDm / true range, both summed Wilder's way (Wilder, TA-Lib).",
  inputs: ['high', 'low', 'close'],
  outputs: ['plusDi'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: { name: 'PLUS_DI', options: { period: 'optInTimePeriod' }, outputs: { plusDi: 'outReal' } },
  open: (options, memory) => {
    const movement = new DirectionalMovement(memory, options.period);
    return ({ high, low, close }) => {
      if (!movement.next(high, low, close)) return NaN;
      const range = movement.range;
      return range === 0 ? 0 : (movement.up / range) * 100;
    };
  },
});
