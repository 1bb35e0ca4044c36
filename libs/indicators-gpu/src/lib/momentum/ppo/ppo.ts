import { defineLine } from '../../indicator/define-line.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { maType, movingAverages } from '../../smoothing/moving-average.ts';

/**
 * Percentage price oscillator, in percent.
 *
 * Formula: ppo = (ma(v, fast) - ma(v, slow)) / ma(v, slow) * 100 (TA-Lib). First value with the long average. After a value that is not
 * finite it begins anew.
 *
 * @example
 * import { ppo } from '@org/indicators-gpu';
 * ppo(close, { fast: 12, slow: 26, maType: 'ema' });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const ppo = defineLine({
  name: 'ppo',
  title: 'Percentage price oscillator',
  group: 'momentum',
  about: 'How far the short trend runs ahead of the long one, in percent of it.',
  formula: 'ppo = (ma(v, fast) - ma(v, slow)) / ma(v, slow) * 100 (TA-Lib).',
  inputs: ['close'],
  outputs: ['ppo'],
  options: {
    fast: integer(12, 1, 'Bars of the short average.'),
    slow: integer(26, 2, 'Bars of the long average.'),
    maType: maType('sma'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => movingAverages[options.maType].warmUp(options.slow),
  memory: 'recursive',
  stableAfter: (options) => movingAverages[options.maType].stableAfter(options.slow),
  unit: 'percent',
  overlay: false,
  talib: {
    name: 'PPO',
    options: { fast: 'optInFastPeriod', slow: 'optInSlowPeriod', maType: 'optInMAType' },
    outputs: { ppo: 'outReal' },
  },
  open: ({ fast, slow, maType }, memory) => {
    const average = movingAverages[maType];
    const short = average.open(memory, fast);
    const long = average.open(memory, slow);
    return ({ close: value }) => {
      const base = long.next(value);
      const lead = short.next(value) - base;
      return base === 0 ? 0 : (lead / base) * 100;
    };
  },
});
