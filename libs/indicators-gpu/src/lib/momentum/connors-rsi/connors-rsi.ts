import { defineLine } from '../../indicator/define-line.ts';
import { integer } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { RelativeStrength } from '../rsi/rsi.stream.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { Previous } from '../../window/past.ts';
import { SlidingWindow } from '../../window/sliding-window.ts';

/**
 * Connors RSI, 0 to 100.
 *
 * Formula: connorsRsi = (rsi(close) + rsi(streak) + percent rank of the change) / 3; the rank is the share of the
 * last changes that were smaller (Connors, as Stock.Indicators). First value at the longest of
 * `period`, `streakPeriod + 1` and `rankPeriod + 1`. Every bar looks at all changes of the rank. After a value that is not finite it begins
 * anew.
 *
 * @example
 * import { connorsRsi } from '@org/indicators-gpu';
 * connorsRsi(close, { period: 3, streakPeriod: 2, rankPeriod: 100 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const connorsRsi = defineLine({
  name: 'connorsRsi',
  title: 'Connors RSI',
  group: 'momentum',
  about: 'Three views of a short stretch in one number: strength, length of the streak, rank of the move.',
  formula:
    'connorsRsi = (rsi(close) + rsi(streak) + percent rank of the change) / 3; the rank is the share of the last changes that were smaller (Connors, as Stock.Indicators).',
  inputs: ['close'],
  outputs: ['connorsRsi'],
  options: {
    period: period(3),
    streakPeriod: integer(2, 1, 'Bars of the index of the streak.'),
    rankPeriod: integer(100, 1, 'Changes that this one is ranked among.'),
  },
  warmUp: (options) => Math.max(options.period, options.streakPeriod + 1, options.rankPeriod + 1),
  memory: 'recursive',
  stableAfter: (options) =>
    options.rankPeriod +
    options.period +
    options.streakPeriod +
    2 +
    Math.max(bars1e12(1 / options.period), bars1e12(1 / options.streakPeriod)),
  unit: 'index',
  range: [0, 100],
  overlay: false,
  cost: 'period',
  open: (options, memory) => {
    const before = new Previous(memory);
    const strength = new RelativeStrength(memory, options.period);
    const streakStrength = new RelativeStrength(memory, options.streakPeriod);
    const changes = new SlidingWindow(memory, options.rankPeriod + 1);
    const streak = memory.claim(0);
    return ({ close: value }) => {
      const last = before.next(value);
      const index = strength.next(value);
      if (last !== last) return NaN;
      const { cells, base } = memory;
      const run = nextStreak(cells[base + streak]!, value - last);
      cells[base + streak] = run;
      const streakIndex = streakStrength.next(run);
      if (!changes.next(last === 0 ? 0 : (value - last) / last)) return NaN;
      let smaller = 0;
      for (let age = 1; age <= options.rankPeriod; age += 1) smaller += +(changes.at(age) < changes.at(0));
      return (index + streakIndex + (smaller * 100) / options.rankPeriod) / 3;
    };
  },
});

/** Bars that the close has risen in a row, negative when falling, 0 when unchanged. */
function nextStreak(streak: number, change: number): number {
  if (change > 0) return streak > 0 ? streak + 1 : 1;
  if (change < 0) return streak < 0 ? streak - 1 : -1;
  return 0;
}
