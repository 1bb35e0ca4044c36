import { defineLines } from '../../indicator/define-lines.ts';
import { decimal } from '../../indicator/option.ts';

/**
 * ZigZag, in the unit of the column.
 *
 * Formula: a high is a turn when the price has fallen by `change` percent from it, a low when it has risen by as
 * much; highs and lows take turns. A turn stands at the bar that confirms it: `point` is its price, `kind` 1 for a
 * high and −1 for a low, `age` how many bars ago it was. NaN at all other bars. The first side is that of the
 * first move of `change` percent from the first bar.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { zigzag } from '@org/indicators-gpu';
 * zigzag(close, { change: 5 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const zigzag = defineLines({
  name: 'zigzag',
  title: 'ZigZag',
  group: 'structure',
  about:
    'The turns of the price that were followed by a move of some percent: the market without its small waves.',
  formula:
    'a high is a turn when the price has fallen by `change` percent from it, a low when it has risen by as much; highs and lows take turns.',
  inputs: ['close'],
  outputs: ['point', 'kind', 'age'],
  options: { change: decimal(5, [1e-6, 1e6], 'Percent that the price must come back before a turn counts.') },
  warmUp: () => 1,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'price',
  overlay: true,
  sparse: 'events',
  open: (options, memory, lines) => {
    const threshold = options.change / 100;
    const state = memory.fields({ side: 0, extreme: NaN, age: 0 });
    const turn = (side: 1 | -1, value: number): void => {
      lines[0] = state.extreme;
      lines[1] = -side;
      lines[2] = state.age;
      state.side = side;
      state.extreme = value;
      state.age = 0;
    };
    return (value) => {
      lines.fill(NaN);
      state.age += 1;
      if (state.extreme !== state.extreme) {
        state.extreme = value;
        state.age = 0;
        return;
      }
      const change = (value - state.extreme) / state.extreme;
      if (state.side >= 0 && change <= -threshold) turn(-1, value);
      else if (state.side <= 0 && change >= threshold) turn(1, value);
      else if (state.side !== 0 && state.side * change >= 0) {
        state.extreme = value;
        state.age = 0;
      }
    };
  },
});
