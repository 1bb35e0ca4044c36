import { defineLine } from '../../indicator/define-line.ts';
import { decimal } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { tilson } from '../../smoothing/tilson.ts';
import { movingAverages } from '../../smoothing/moving-average.ts';

/**
 * Tilson T3 moving average, in the unit of the column.
 *
 * Formula: t3 = -a³ * e6 + (3a² + 3a³) * e5 - (6a² + 3a + 3a³) * e4 + (1 + 3a + a³ + 3a²) * e3, e being
 * exponential averages of one another (Tilson, TA-Lib). First value at `6 · (period − 1)`. After a value that is
 * not finite it begins anew.
 *
 * @example
 * import { t3 } from '@org/indicators-gpu';
 * t3(close, { period: 5, volumeFactor: 0.7 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const t3 = defineLine({
  name: 't3',
  title: 'Tilson T3 moving average',
  group: 'overlap',
  about: 'Six averages mixed into one that is smooth and yet quick.',
  formula:
    't3 = -a³ * e6 + (3a² + 3a³) * e5 - (6a² + 3a + 3a³) * e4 + (1 + 3a + a³ + 3a²) * e3, e being exponential averages of one another (Tilson, TA-Lib).',
  inputs: ['close'],
  outputs: ['t3'],
  options: {
    period: period(5),
    volumeFactor: decimal(0.7, [0, 1], 'How much of the lag is taken off, at the price of overshoot.'),
  },
  warmUp: (options) => movingAverages.t3.warmUp(options.period),
  memory: 'recursive',
  stableAfter: (options) => movingAverages.t3.stableAfter(options.period),
  unit: 'price',
  overlay: true,
  talib: {
    name: 'T3',
    options: { period: 'optInTimePeriod', volumeFactor: 'optInVFactor' },
    outputs: { t3: 'outReal' },
  },
  open: (options, memory) => {
    const average = tilson(memory, options.period, options.volumeFactor);
    return ({ close }) => average(close);
  },
});
