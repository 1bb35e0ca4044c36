import { defineLine } from '../../indicator/define-line.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow, period } from '../../indicator/wording.ts';
import { kaufman, kaufmanStableAfter } from '../../smoothing/kaufman.ts';

/**
 * Kaufman adaptive moving average, in the unit of the column.
 *
 * Formula: kama = kama + (v - kama) * s * s; s = e * (2 / (fast + 1) - 2 / (slow + 1)) + 2 / (slow + 1); e = |v -
 * v[-n]| / sum(|v - v[-1]|, n) (Kaufman, TA-Lib). First value at `period`, begun with the value before it. Where
 * nothing moved, e is 1. After a value that is not finite it begins anew.
 *
 * @example
 * import { kama } from '@org/indicators-gpu';
 * kama(close, { period: 10 });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const kama = defineLine({
  name: 'kama',
  title: 'Kaufman adaptive moving average',
  group: 'overlap',
  about: 'An average that follows quickly in a straight market and hardly moves in a restless one.',
  formula:
    'kama = kama + (v - kama) * s * s; s = e * (2 / (fast + 1) - 2 / (slow + 1)) + 2 / (slow + 1); e = |v - v[-n]| / sum(|v - v[-1]|, n) (Kaufman, TA-Lib).',
  inputs: ['close'],
  outputs: ['kama'],
  options: {
    period: period(10),
    fast: integer(2, 1, 'Bars of the average in a straight market.'),
    slow: integer(30, 2, 'Bars of the average in a restless market.'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => kaufmanStableAfter(options.period, options.slow),
  unit: 'price',
  overlay: true,
  talib: { name: 'KAMA', options: { period: 'optInTimePeriod' }, outputs: { kama: 'outReal' } },
  open: (options, memory) => {
    const average = kaufman(memory, options.period, options.fast, options.slow);
    return ({ close }) => average(close);
  },
});
