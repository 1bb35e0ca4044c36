import { defineLines } from '../../indicator/define-lines.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';

/**
 * Heikin-Ashi candles, in the unit of the prices.
 *
 * Formula: close = (open + high + low + close) / 4; open = (open[-1] + close[-1]) / 2 of these candles; high and
 * low include both (begun with (open + close) / 2). First values at 0. After a value that is not finite it begins
 * anew.
 *
 * @example
 * import { heikinAshi } from '@org/indicators-gpu';
 * heikinAshi({ open, high, low, close });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const heikinAshi = defineLines({
  name: 'heikinAshi',
  title: 'Heikin-Ashi candles',
  group: 'price',
  about: 'Candles averaged with those before: colours hold through a trend.',
  formula:
    'close = (open + high + low + close) / 4; open = (open[-1] + close[-1]) / 2 of these candles; high and low include both (begun with (open + close) / 2).',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['open', 'high', 'low', 'close'],
  options: {},
  warmUp: () => 0,
  memory: 'recursive',
  stableAfter: () => bars1e12(0.5),
  unit: 'price',
  overlay: true,
  open: (_options, memory) => {
    const middle = memory.claim(NaN);
    return ({ open, high, low, close }, out) => {
      const newClose = (open + high + low + close) / 4;
      const { cells, base } = memory;
      const before = cells[base + middle]!;
      const newOpen = before === before ? before : (open + close) / 2;
      cells[base + middle] = (newOpen + newClose) / 2;
      out.open = newOpen;
      out.high = Math.max(high, newOpen, newClose);
      out.low = Math.min(low, newOpen, newClose);
      out.close = newClose;
    };
  },
});
