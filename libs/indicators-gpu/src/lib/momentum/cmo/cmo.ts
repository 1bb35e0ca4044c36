import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { bars1e12 } from '../../smoothing/exponential.ts';
import { Wilder } from '../../smoothing/wilder.ts';
import { Previous } from '../../window/past.ts';

/**
 * Chande momentum oscillator, −100 to 100.
 *
 * Formula: cmo = 100 * (g - l) / (g + l), g and l being Wilder averages of rises and falls (TA-Lib's way; Chande's
 * own takes plain sums). First value at `period`. Where nothing has moved it is 0. After a value that is not
 * finite it begins anew.
 *
 * @example
 * import { cmo } from '@org/indicators-gpu';
 * cmo(close, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const cmo = defineLine({
  name: 'cmo',
  title: 'Chande momentum oscillator',
  group: 'momentum',
  about: 'Rises against falls of the recent closes: near 100 only rises, near −100 only falls.',
  formula:
    "cmo = 100 * (g - l) / (g + l), g and l being Wilder averages of rises and falls (TA-Lib's way; Chande's own takes plain sums).",
  inputs: ['close'],
  outputs: ['cmo'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'recursive',
  stableAfter: (options) => options.period + bars1e12(1 / options.period),
  unit: 'index',
  range: [-100, 100],
  overlay: false,
  talib: { name: 'CMO', options: { period: 'optInTimePeriod' }, outputs: { cmo: 'outReal' } },
  open: (options, memory) => {
    const before = new Previous(memory);
    const change = new Wilder(memory, options.period);
    const size = new Wilder(memory, options.period);
    return ({ close: value }) => {
      const step = value - before.next(value);
      const net = change.next(step);
      const moved = size.next(Math.abs(step));
      return moved === 0 ? 0 : (net / moved) * 100;
    };
  },
});
