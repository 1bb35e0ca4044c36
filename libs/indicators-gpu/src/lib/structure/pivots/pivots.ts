import { defineLines } from '../../indicator/define-lines.ts';
import { integer } from '../../indicator/option.ts';
import { Delay } from '../../window/delay.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';

/**
 * Swing pivots, in the unit of the prices.
 *
 * Formula: high = a high above the `left` highs before and the `right` highs after it; low likewise (Williams
 * fractals of chosen width). A point stands at the bar that confirms it, `right` bars after the one it belongs to;
 * `shift` tells so. NaN at all other bars.
 *
 * @example
 * import { pivots } from '@org/indicators-gpu';
 * pivots({ high, low }, { left: 2, right: 2 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const pivots = defineLines({
  name: 'pivots',
  title: 'Swing pivots',
  group: 'structure',
  about: 'Highs above, and lows below, all bars around them.',
  formula:
    'high = a high above the `left` highs before and the `right` highs after it; low likewise (Williams fractals of chosen width).',
  inputs: ['high', 'low'],
  outputs: ['high', 'low'],
  options: {
    left: integer(2, 1, 'Bars before that must be lower.'),
    right: integer(2, 1, 'Bars after that must be lower, and that it takes to be sure.'),
  },
  warmUp: (options) => options.left + options.right,
  memory: 'window',
  unit: 'price',
  overlay: true,
  shift: ({ right }) => ({ high: -right, low: -right }),
  sparse: 'events',
  open: ({ left, right }, memory) => {
    const tops = [highest(memory, left), highest(memory, right)] as const;
    const bottoms = [lowest(memory, left), lowest(memory, right)] as const;
    const candidateHigh = new Delay(memory, right);
    const candidateLow = new Delay(memory, right);
    const beforeHigh = new Delay(memory, right + 1);
    const beforeLow = new Delay(memory, right + 1);
    return ({ high, low }, out) => {
      const peak = candidateHigh.next(high);
      const trough = candidateLow.next(low);
      const highs = Math.max(tops[0].next(beforeHigh.next(high)), tops[1].next(high));
      const lows = Math.min(bottoms[0].next(beforeLow.next(low)), bottoms[1].next(low));
      out.high = peak > highs ? peak : NaN;
      out.low = trough < lows ? trough : NaN;
    };
  },
});
