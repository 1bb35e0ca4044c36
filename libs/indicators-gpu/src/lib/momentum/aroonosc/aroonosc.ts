import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';

/**
 * Aroon oscillator, −100 to 100.
 *
 * Formula: aroonosc = 100 * (bars since the lowest low - bars since the highest high) / n, over n + 1 bars
 * (Chande, TA-Lib). First value at `period`. Of equal extremes the newest counts.
 *
 * @example
 * import { aroonosc } from '@org/indicators-gpu';
 * aroonosc({ high, low }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const aroonosc = defineLine({
  name: 'aroonosc',
  title: 'Aroon oscillator',
  group: 'momentum',
  about: 'Aroon up less Aroon down: which extreme is the fresher one, and by how much.',
  formula:
    'aroonosc = 100 * (bars since the lowest low - bars since the highest high) / n, over n + 1 bars (Chande, TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['aroonosc'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'index',
  range: [-100, 100],
  overlay: false,
  talib: { name: 'AROONOSC', options: { period: 'optInTimePeriod' }, outputs: { aroonosc: 'outReal' } },
  open: ({ period }, memory) => {
    const top = highest(memory, period + 1);
    const bottom = lowest(memory, period + 1);
    return ({ high, low }) => {
      const ceiling = top.next(high);
      const floor = bottom.next(low);
      if (ceiling !== ceiling || floor !== floor) return NaN;
      return ((bottom.age() - top.age()) * 100) / period;
    };
  },
});
