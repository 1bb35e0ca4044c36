import { defineLines } from '../../indicator/define-lines.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';

/**
 * Fisher transform, mostly −3 to 3.
 *
 * Formula: x = 0.66 * ((m - lowest) / (highest - lowest) - 0.5) + 0.67 * x[-1], beyond ±0.99 taken for ±0.999; fisher =
 * 0.5 * ln((1 + x) / (1 - x)) + 0.5 * fisher[-1]; m = (high + low) / 2 (Ehlers, as Stock.Indicators). `fisher` begins
 * at 0 with the bars there are, `trigger`, the value before, at 1. After a value that is not finite it begins anew.
 *
 * @example
 * import { fisher } from '@org/indicators-gpu';
 * fisher({ high, low }, { period: 10 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const fisher = defineLines({
  name: 'fisher',
  title: 'Fisher transform',
  group: 'momentum',
  about: 'The place in the recent range, stretched so that turns stand out as sharp peaks.',
  formula:
    'x = 0.66 * ((m - lowest) / (highest - lowest) - 0.5) + 0.67 * x[-1], beyond ±0.99 taken for ±0.999; fisher = 0.5 * ln((1 + x) / (1 - x)) + 0.5 * fisher[-1]; m = (high + low) / 2 (Ehlers, as Stock.Indicators).',
  inputs: ['high', 'low'],
  outputs: ['fisher', 'trigger'],
  options: { period: period(10) },
  warmUp: () => 1,
  memory: 'recursive',
  stableAfter: (options) => options.period + 2 * bars1e12(0.33),
  unit: 'index',
  overlay: false,
  open: (options, memory) => {
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    const placeCell = memory.claim(0);
    const fisherCell = memory.claim(0);
    const seenCell = memory.claim(0);
    return ({ high, low }, out) => {
      const middle = (high + low) / 2;
      top.next(middle);
      bottom.next(middle);
      const { cells, base } = memory;
      const isFirst = cells[base + seenCell] === 0;
      const last = cells[base + fisherCell]!;
      const moved = isFirst
        ? 0
        : placeIn(bottom.best(), top.best(), middle) + 0.67 * cells[base + placeCell]!;
      const place = moved > 0.99 ? 0.999 : moved < -0.99 ? -0.999 : moved;
      const now = isFirst ? 0 : 0.5 * Math.log((1 + place) / (1 - place)) + 0.5 * last;
      cells[base + seenCell] = 1;
      cells[base + placeCell] = place;
      cells[base + fisherCell] = now;
      out.fisher = now;
      out.trigger = isFirst ? NaN : last;
    };
  },
});

const placeIn = (bottom: number, top: number, value: number): number =>
  top === bottom ? 0 : 0.66 * ((value - bottom) / (top - bottom) - 0.5);
