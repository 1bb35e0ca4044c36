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
  open: (options, memory) => {
    const threshold = options.change / 100;
    const sideCell = memory.claim(0);
    const extremeCell = memory.claim(NaN);
    const ageCell = memory.claim(0);
    return ({ close: value }, out) => {
      const { cells, base } = memory;
      const side = cells[base + sideCell]!;
      const extreme = cells[base + extremeCell]!;
      const age = cells[base + ageCell]! + 1;
      const change = (value - extreme) / extreme;
      const isFirst = extreme !== extreme;
      const isTurn = (side >= 0 && change <= -threshold) || (side <= 0 && change >= threshold);
      const isFurther = side !== 0 && side * change >= 0;
      const turned = change < 0 ? -1 : 1;
      out.point = isTurn ? extreme : NaN;
      out.kind = isTurn ? -turned : NaN;
      out.age = isTurn ? age : NaN;
      if (isTurn) cells[base + sideCell] = turned;
      if (isFirst || isTurn || isFurther) cells[base + extremeCell] = value;
      cells[base + ageCell] = isFirst || isTurn || isFurther ? 0 : age;
    };
  },
});
