import { defineLines } from '../../indicator/define-lines.ts';
import { decimal } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { AverageTrueRange } from '../../volatility/average-true-range.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';
import { chandelierBatch } from './chandelier.batch.ts';

/**
 * Chandelier exit, in the unit of the prices.
 *
 * Formula: long = highest(high, n) - multiplier * atr(n); short = lowest(low, n) + multiplier * atr(n) (Le Beau).
 * First values at `period`. After a value that is not finite it begins anew.
 *
 * @example
 * import { chandelier } from '@org/indicators-gpu';
 * chandelier({ high, low, close }, { period: 22, multiplier: 3 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const chandelier = defineLines({
  name: 'chandelier',
  title: 'Chandelier exit',
  group: 'trend',
  about: 'A stop that hangs from the highest high of the last bars, or stands on the lowest low.',
  formula:
    'long = highest(high, n) - multiplier * atr(n); short = lowest(low, n) + multiplier * atr(n) (Le Beau).',
  inputs: ['high', 'low', 'close'],
  outputs: ['long', 'short'],
  options: {
    period: period(22),
    multiplier: decimal(3, [0, 1e6], 'Average true ranges from the extreme to the stop.'),
  },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'price',
  overlay: true,
  batch: ({ period, multiplier }, high, low, close, long, short) =>
    chandelierBatch(period, multiplier, high, low, close, long, short),
  open: (options, memory) => {
    const range = new AverageTrueRange(memory, options.period);
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    return ({ high, low, close }, out) => {
      const width = range.next(high, low, close) * options.multiplier;
      out.long = top.next(high) - width;
      out.short = bottom.next(low) + width;
    };
  },
});
