import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { rateOfChange } from '../rate-of-change.ts';

/**
 * Rate of change as a ratio, as a ratio.
 *
 * Formula: rocr = v / v[-n] (TA-Lib). First value at `period`. Where the old value is 0 it is 0.
 *
 * @example
 * import { rocr } from '@org/indicators-gpu';
 * rocr(close, { period: 10 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const rocr = defineLine({
  name: 'rocr',
  title: 'Rate of change as a ratio',
  group: 'momentum',
  about: 'The price against that of some bars ago, 1 being unchanged.',
  formula: 'rocr = v / v[-n] (TA-Lib).',
  inputs: ['close'],
  outputs: ['rocr'],
  options: { period: period(10) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'ratio',
  overlay: false,
  talib: { name: 'ROCR', options: { period: 'optInTimePeriod' }, outputs: { rocr: 'outReal' } },
  open: (options, memory) => {
    const change = rateOfChange(memory, options.period, (value, past) => value / past);
    return ({ close }) => change(close);
  },
});
