import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { rateOfChange } from '../../momentum/rate-of-change.ts';
import { MovingCovariance } from '../../window/moving-covariance.ts';

/**
 * Beta, as a ratio.
 *
 * Formula: beta = cov(r, b) / var(b) over n, r and b being the changes from bar to bar as fractions (TA-Lib, whose
 * first input is the benchmark). First value at `period`. Where the benchmark does not move it is 0. `benchmark`
 * is the close of the other market at the same bars.
 *
 * @example
 * import { beta } from '@org/indicators-gpu';
 * beta({ close, benchmark }, { period: 5 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const beta = defineLine({
  name: 'beta',
  title: 'Beta',
  group: 'statistics',
  about: 'By how much a market moves when the benchmark moves by one.',
  formula:
    'beta = cov(r, b) / var(b) over n, r and b being the changes from bar to bar as fractions (TA-Lib, whose first input is the benchmark).',
  inputs: ['close', 'benchmark'],
  outputs: ['beta'],
  options: { period: period(5) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'ratio',
  overlay: false,
  talib: { name: 'BETA', options: { period: 'optInTimePeriod' }, outputs: { beta: 'outReal' } },
  open: (options, memory) => {
    const change = rateOfChange(memory, 1, (value, past) => (value - past) / past);
    const benchmarkChange = rateOfChange(memory, 1, (value, past) => (value - past) / past);
    const together = new MovingCovariance(memory, options.period);
    return ({ close: value, benchmark }) => {
      if (!together.next(change(value), benchmarkChange(benchmark))) return NaN;
      const scale = together.yy;
      return scale === 0 ? 0 : together.xy / scale;
    };
  },
});
