import { defineLine } from '../../indicator/define-line.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { maType, movingAverages } from '../../smoothing/moving-average.ts';

/**
 * Absolute price oscillator, in the unit of the column.
 *
 * Formula: apo = ma(v, fast) - ma(v, slow) (TA-Lib). First value with the long average. After a value that is not
 * finite it begins anew.
 *
 * @example
 * import { apo } from '@org/indicators-gpu';
 * apo(close, { fast: 12, slow: 26, maType: 'ema' });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const apo = defineLine({
  name: 'apo',
  title: 'Absolute price oscillator',
  group: 'momentum',
  about: 'How far the short trend runs ahead of the long one.',
  formula: 'apo = ma(v, fast) - ma(v, slow) (TA-Lib).',
  inputs: ['close'],
  outputs: ['apo'],
  options: {
    fast: integer(12, 1, 'Bars of the short average.'),
    slow: integer(26, 2, 'Bars of the long average.'),
    maType: maType('sma'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => movingAverages[options.maType].warmUp(options.slow),
  memory: 'recursive',
  stableAfter: (options) => movingAverages[options.maType].stableAfter(options.slow),
  unit: 'price',
  overlay: false,
  talib: {
    name: 'APO',
    options: { fast: 'optInFastPeriod', slow: 'optInSlowPeriod', maType: 'optInMAType' },
    outputs: { apo: 'outReal' },
  },
  open: ({ fast, slow, maType }, memory) => {
    const average = movingAverages[maType];
    const short = average.open(memory, fast);
    const long = average.open(memory, slow);
    return ({ close: value }) => {
      const base = long.next(value);
      const lead = short.next(value) - base;
      return lead;
    };
  },
});
