import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { rateOfChange } from '../rate-of-change.ts';

/**
 * Rate of change as a ratio to 100, in percent.
 *
 * Formula: rocr100 = v / v[-n] * 100 (TA-Lib). First value at `period`. Where the old value is 0 it is 0.
 *
 * @example
 * import { rocr100 } from '@org/indicators-gpu';
 * rocr100(close, { period: 10 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const rocr100 = defineLine({
  name: 'rocr100',
  title: 'Rate of change as a ratio to 100',
  group: 'momentum',
  about: 'The price against that of some bars ago, 100 being unchanged.',
  formula: 'rocr100 = v / v[-n] * 100 (TA-Lib).',
  inputs: ['close'],
  outputs: ['rocr100'],
  options: { period: period(10) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'percent',
  overlay: false,
  talib: { name: 'ROCR100', options: { period: 'optInTimePeriod' }, outputs: { rocr100: 'outReal' } },
  open: (options, memory) => {
    const change = rateOfChange(memory, options.period, (value, past) => (value / past) * 100);
    return ({ close }) => change(close);
  },
});
