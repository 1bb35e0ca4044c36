import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { maType, movingAverages } from '../../smoothing/moving-average.ts';

/**
 * Moving average of a chosen kind, in the unit of the column.
 *
 * Formula: ma = the average that maType names (TA-Lib). Warm-up as that of the chosen average. After a value that
 * is not finite it begins anew.
 *
 * @example
 * import { ma } from '@org/indicators-gpu';
 * ma(close, { period: 30, maType: 'ema' });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const ma = defineLine({
  name: 'ma',
  title: 'Moving average of a chosen kind',
  group: 'overlap',
  about: 'Any of the averages, chosen by an option.',
  formula: 'ma = the average that maType names (TA-Lib).',
  inputs: ['close'],
  outputs: ['ma'],
  options: { period: period(30), maType: maType('sma') },
  warmUp: (options) => movingAverages[options.maType].warmUp(options.period),
  memory: 'recursive',
  stableAfter: (options) => movingAverages[options.maType].stableAfter(options.period),
  unit: 'price',
  overlay: true,
  talib: {
    name: 'MA',
    options: { period: 'optInTimePeriod', maType: 'optInMAType' },
    outputs: { ma: 'outReal' },
  },
  open: (options, memory) => {
    const average = movingAverages[options.maType].open(memory, options.period);
    return ({ close }) => average.next(close);
  },
});
