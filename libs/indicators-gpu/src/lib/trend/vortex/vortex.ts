import { defineLines } from '../../indicator/define-lines.ts';
import { period } from '../../indicator/wording.ts';
import { TrueRange } from '../../volatility/true-range.ts';
import { MovingTotal } from '../../window/moving-total.ts';
import { Previous } from '../../window/past.ts';

/**
 * Vortex indicator, as ratios.
 *
 * Formula: plus = sum(|high - low[-1]|, n) / sum(true range, n); minus = sum(|low - high[-1]|, n) / sum(true
 * range, n) (Botes, Siepman). First values at `period`. A window without any range gives 0.
 *
 * @example
 * import { vortex } from '@org/indicators-gpu';
 * vortex({ high, low, close }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const vortex = defineLines({
  name: 'vortex',
  title: 'Vortex indicator',
  group: 'trend',
  about: 'The upward and downward swings between bars: where the lines cross, the trend turns.',
  formula:
    'plus = sum(|high - low[-1]|, n) / sum(true range, n); minus = sum(|low - high[-1]|, n) / sum(true range, n) (Botes, Siepman).',
  inputs: ['high', 'low', 'close'],
  outputs: ['plus', 'minus'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'ratio',
  overlay: false,
  open: (options, memory) => {
    const lastHigh = new Previous(memory);
    const lastLow = new Previous(memory);
    const range = new TrueRange(memory);
    const up = new MovingTotal(memory, options.period);
    const down = new MovingTotal(memory, options.period);
    const whole = new MovingTotal(memory, options.period);
    return ({ high, low, close }, out) => {
      const plus = up.next(Math.abs(high - lastLow.next(low)));
      const minus = down.next(Math.abs(low - lastHigh.next(high)));
      const total = whole.next(range.next(high, low, close));
      out.plus = total === 0 ? 0 : plus / total;
      out.minus = total === 0 ? 0 : minus / total;
    };
  },
});
