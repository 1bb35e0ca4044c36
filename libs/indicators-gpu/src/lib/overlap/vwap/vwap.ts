import { defineLine } from '../../indicator/define-line.ts';
import { session, sessions } from '../../indicator/session-clock.ts';
import { vwapBatch } from './vwap.batch.ts';

const third = 1 / 3;

/**
 * Volume-weighted average price since the start of the session, in the unit of the prices.
 *
 * Formula: Σ (typical price · volume) / Σ volume, typical price being (high + low + close) / 3, from the first bar
 * that opens in the UTC day, week or month, or from the start of the data with `all`. First value at 0; until the session
 * has volume it is the typical price. The first session is whole only if the data begins with it.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { vwap } from '@org/indicators-gpu';
 * vwap({ time, high, low, close, volume }, { session: 'day' });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const vwap = defineLine({
  name: 'vwap',
  title: 'Volume-weighted average price',
  group: 'overlap',
  about: 'The price that the traders of this session paid on average: the measure of a good fill.',
  formula: 'vwap = sum(typical price * volume) / sum(volume) since the session opened, UTC.',
  inputs: ['time', 'high', 'low', 'close', 'volume'],
  outputs: ['vwap'],
  options: { session: session('day') },
  warmUp: () => 0,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'price',
  overlay: true,
  gpuTolerance: 1e-4,
  batch: (options, time, high, low, close, volume, out) =>
    vwapBatch(sessions[options.session], { time, high, low, close, volume, out }),
  open: (options, memory) => {
    const sessionOf = sessions[options.session];
    const lastSession = memory.claim(NaN);
    const paid = memory.claim(0);
    const traded = memory.claim(0);
    return ({ time, high, low, close, volume }) => {
      const prices = high + low + close;
      const current = sessionOf(time);
      const { cells, base } = memory;
      if (current !== cells[base + lastSession]) {
        cells[base + lastSession] = current;
        cells[base + paid] = 0;
        cells[base + traded] = 0;
      }
      // Of the three prices the sum is kept, and the mean is taken only at the end.
      const money = cells[base + paid]! + prices * volume;
      const total = cells[base + traded]! + volume;
      cells[base + paid] = money;
      cells[base + traded] = total;
      return (total === 0 ? prices : money / total) * third;
    };
  },
});
