import { defineLines } from '../../indicator/define-lines.ts';
import { period } from '../../indicator/wording.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';

/**
 * Aroon, 0 to 100.
 *
 * Formula: up = 100 * (n - bars since the highest high) / n; down likewise with the lowest low, over n + 1 bars
 * (Chande, TA-Lib). First values at `period`. Of equal extremes the newest counts.
 *
 * @example
 * import { aroon } from '@org/indicators-gpu';
 * aroon({ high, low }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const aroon = defineLines({
  name: 'aroon',
  title: 'Aroon',
  group: 'momentum',
  about: 'How fresh the last high and the last low are: 100 is now, 0 a whole window ago.',
  formula:
    'up = 100 * (n - bars since the highest high) / n; down likewise with the lowest low, over n + 1 bars (Chande, TA-Lib).',
  inputs: ['high', 'low'],
  outputs: ['down', 'up'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: {
    name: 'AROON',
    options: { period: 'optInTimePeriod' },
    outputs: { down: 'outAroonDown', up: 'outAroonUp' },
  },
  open: ({ period }, memory) => {
    const top = highest(memory, period + 1);
    const bottom = lowest(memory, period + 1);
    return ({ high, low }, out) => {
      const ceiling = top.next(high);
      const floor = bottom.next(low);
      if (ceiling !== ceiling || floor !== floor) return;
      out.down = ((period - bottom.age()) * 100) / period;
      out.up = ((period - top.age()) * 100) / period;
    };
  },
});
