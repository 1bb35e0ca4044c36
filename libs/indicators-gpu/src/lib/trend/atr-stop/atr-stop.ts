import { defineLines } from '../../indicator/define-lines.ts';
import { decimal } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { Ratchet } from '../ratchet.ts';
import { AverageTrueRange } from '../../volatility/average-true-range.ts';
import { Previous } from '../../window/past.ts';

/**
 * ATR trailing stop, in the unit of the prices.
 *
 * Formula: bands = close ± multiplier * atr(n); the lower only rises and the upper only falls until the close
 * crosses one (Wilder, as Stock.Indicators). First values at `period`. `direction` is 1 while the stop is below
 * the price. The sides it has been on depend on the start.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { atrStop } from '@org/indicators-gpu';
 * atrStop({ high, low, close }, { period: 21, multiplier: 3 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const atrStop = defineLines({
  name: 'atrStop',
  title: 'ATR trailing stop',
  group: 'trend',
  about: 'A trailing stop at a distance of true ranges from the close, with the side it is on.',
  formula:
    'bands = close ± multiplier * atr(n); the lower only rises and the upper only falls until the close crosses one (Wilder, as Stock.Indicators).',
  inputs: ['high', 'low', 'close'],
  outputs: ['atrStop', 'direction'],
  options: {
    period: period(21),
    multiplier: decimal(3, [0, 1e6], 'Average true ranges from the close to the stop.'),
  },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'price',
  overlay: true,
  open: (options, memory) => {
    const range = new AverageTrueRange(memory, options.period);
    const before = new Previous(memory);
    const band = new Ratchet(memory);
    return ({ high, low, close }, out) => {
      const width = range.next(high, low, close) * options.multiplier;
      const last = before.next(close);
      if (width !== width) return;
      band.next(close + width, close - width, close, close >= last ? 1 : -1);
      out.atrStop = band.stop();
      out.direction = band.side;
    };
  },
});
