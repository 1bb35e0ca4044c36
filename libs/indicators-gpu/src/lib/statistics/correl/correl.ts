import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MovingCovariance } from '../../window/moving-covariance.ts';

/**
 * Correlation, −1 to 1.
 *
 * Formula: correl = cov(v, benchmark) / sqrt(var(v) * var(benchmark)) over n (Pearson, TA-Lib). First value at
 * `period - 1`. Where one of them does not move it is 0. `benchmark` is the close of the other market at the same
 * bars.
 *
 * @example
 * import { correl } from '@org/indicators-gpu';
 * correl({ close, benchmark }, { period: 30 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const correl = defineLine({
  name: 'correl',
  title: 'Correlation',
  group: 'statistics',
  about: 'How closely two markets move together: 1 in step, −1 against each other.',
  formula: 'correl = cov(v, benchmark) / sqrt(var(v) * var(benchmark)) over n (Pearson, TA-Lib).',
  inputs: ['close', 'benchmark'],
  outputs: ['correl'],
  options: { period: period(30) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'ratio',
  range: [-1, 1],
  overlay: false,
  talib: { name: 'CORREL', options: { period: 'optInTimePeriod' }, outputs: { correl: 'outReal' } },
  open: (options, memory) => {
    const together = new MovingCovariance(memory, options.period);
    return ({ close: value, benchmark }) => {
      if (!together.next(value, benchmark)) return NaN;
      const scale = Math.sqrt(together.xx) * Math.sqrt(together.yy);
      return scale === 0 ? 0 : together.xy / scale;
    };
  },
});
