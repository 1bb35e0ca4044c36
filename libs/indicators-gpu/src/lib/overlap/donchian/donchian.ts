import { defineLines } from '../../indicator/define-lines.ts';
import { period } from '../../indicator/wording.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';
import { Previous } from '../../window/past.ts';
import { donchianBatch } from './donchian.batch.ts';

/**
 * Donchian channel, in the unit of the prices.
 *
 * Formula: upper = highest(high[-1], n); lower = lowest(low[-1], n); middle = (upper + lower) / 2 (Donchian; the
 * bar itself is left out, as in Stock.Indicators, so that it can break out). First values at `period`.
 *
 * @example
 * import { donchian } from '@org/indicators-gpu';
 * donchian({ high, low }, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const donchian = defineLines({
  name: 'donchian',
  title: 'Donchian channel',
  group: 'overlap',
  about: 'The highest high and lowest low before this bar: a close beyond is a breakout.',
  formula:
    'upper = highest(high[-1], n); lower = lowest(low[-1], n); middle = (upper + lower) / 2 (Donchian; the bar itself is left out, as in Stock.Indicators, so that it can break out).',
  inputs: ['high', 'low'],
  outputs: ['upper', 'middle', 'lower'],
  options: { period: period(20) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'price',
  overlay: true,
  batch: (options, high, low, upper, middle, lower) =>
    donchianBatch(options.period, high, low, upper, middle, lower),
  open: (options, memory) => {
    const lastHigh = new Previous(memory);
    const lastLow = new Previous(memory);
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    return ({ high, low }, out) => {
      const upper = top.next(lastHigh.next(high));
      const lower = bottom.next(lastLow.next(low));
      out.upper = upper;
      out.middle = (upper + lower) / 2;
      out.lower = lower;
    };
  },
});
