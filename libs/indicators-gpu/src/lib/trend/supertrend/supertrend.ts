import { defineLines } from '../../indicator/define-lines.ts';
import { decimal } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { Ratchet } from '../ratchet.ts';
import { AverageTrueRange } from '../../volatility/average-true-range.ts';

/**
 * Supertrend, in the unit of the prices.
 *
 * Formula: bands = (high + low) / 2 ± multiplier * atr(n); the lower only rises and the upper only falls until the
 * close crosses one (Seban, as Stock.Indicators). First values at `period`. `direction` is 1 while the market is
 * taken as rising, −1 while falling. The sides it has been on depend on the start.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { supertrend } from '@org/indicators-gpu';
 * supertrend({ high, low, close }, { period: 10, multiplier: 3 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const supertrend = defineLines({
  name: 'supertrend',
  title: 'Supertrend',
  group: 'trend',
  about: 'A trailing stop at a distance of true ranges, with the side it is on.',
  formula:
    'bands = (high + low) / 2 ± multiplier * atr(n); the lower only rises and the upper only falls until the close crosses one (Seban, as Stock.Indicators).',
  inputs: ['high', 'low', 'close'],
  outputs: ['supertrend', 'direction'],
  options: {
    period: period(10),
    multiplier: decimal(3, [0, 1e6], 'Average true ranges from the middle of the bar to a band.'),
  },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'price',
  overlay: true,
  open: (options, memory) => {
    const range = new AverageTrueRange(memory, options.period);
    const band = new Ratchet(memory);
    return ({ high, low, close }, out) => {
      const width = range.next(high, low, close) * options.multiplier;
      if (width !== width) return;
      const middle = (high + low) / 2;
      band.next(middle + width, middle - width, close, close >= middle ? 1 : -1);
      out.supertrend = band.stop();
      out.direction = band.side;
    };
  },
});
