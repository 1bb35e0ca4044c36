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
  open: (options, memory, lines) => {
    const sessionOf = sessions[options.session];
    const state = memory.fields({ session: NaN, high: -Infinity, low: Infinity, close: NaN });
    const last = memory.fields({ high: NaN, low: NaN, close: NaN });
    return (time, high, low, close) => {
      const current = sessionOf(time);
      if (current !== state.session) {
        if (state.session === state.session) {
          last.high = state.high;
          last.low = state.low;
          last.close = state.close;
        }
        state.session = current;
        state.high = high;
        state.low = low;
      }
      state.high = Math.max(state.high, high);
      state.low = Math.min(state.low, low);
      state.close = close;
      writePivots(lines, last.high, last.low, last.close);
    };
  },
});
