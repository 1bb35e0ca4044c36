import { defineLines } from '../../indicator/define-lines.ts';
import { session, sessions } from '../../indicator/session-clock.ts';
import { writePivots } from '../pivot-levels.ts';

/**
 * Pivot points, in the unit of the prices.
 *
 * Formula: pp = (high + low + close) / 3 of the last session; r1 = 2pp - low, s1 = 2pp - high; r2, s2 = pp ± (high
 * - low); r3 = high + 2(pp - low), s3 = low - 2(high - pp). Values begin with the second session of the data; the
 * first one is whole only if the data begins with it.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { pivotPoints } from '@org/indicators-gpu';
 * pivotPoints({ time, high, low, close }, { session: 'month' });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const pivotPoints = defineLines({
  name: 'pivotPoints',
  title: 'Pivot points',
  group: 'structure',
  about: 'Levels made of the session before, at which many expect the price to turn.',
  formula:
    'pp = (high + low + close) / 3 of the last session; r1 = 2pp - low, s1 = 2pp - high; r2, s2 = pp ± (high - low); r3 = high + 2(pp - low), s3 = low - 2(high - pp).',
  inputs: ['time', 'high', 'low', 'close'],
  outputs: ['pp', 'r1', 'r2', 'r3', 's1', 's2', 's3'],
  options: { session: session('day') },
  warmUp: () => 1,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'price',
  overlay: true,
  sparse: 'calendar',
  open: (options, memory) => {
    const sessionOf = sessions[options.session];
    const sessionNow = memory.claim(NaN);
    const highest = memory.claim(-Infinity);
    const lowest = memory.claim(Infinity);
    const latest = memory.claim(NaN);
    /** High, low and close of the session before. */
    const before = memory.claim(NaN, NaN, NaN);
    return ({ time, high, low, close }, out) => {
      const { cells, base } = memory;
      const last = cells[base + sessionNow]!;
      const current = sessionOf(time);
      if (current !== last) {
        if (last === last) {
          cells[base + before] = cells[base + highest]!;
          cells[base + before + 1] = cells[base + lowest]!;
          cells[base + before + 2] = cells[base + latest]!;
        }
        cells[base + sessionNow] = current;
        cells[base + highest] = high;
        cells[base + lowest] = low;
      }
      cells[base + highest] = Math.max(cells[base + highest]!, high);
      cells[base + lowest] = Math.min(cells[base + lowest]!, low);
      cells[base + latest] = close;
      writePivots(out, cells[base + before]!, cells[base + before + 1]!, cells[base + before + 2]!);
    };
  },
});
