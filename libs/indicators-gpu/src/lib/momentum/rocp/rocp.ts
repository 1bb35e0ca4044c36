import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { rateOfChange } from '../rate-of-change.ts';

/**
 * Rate of change as a fraction, as a fraction.
 *
 * Formula: rocp = (v - v[-n]) / v[-n] (TA-Lib). First value at `period`. Where the old value is 0 it is 0.
 *
 * @example
 * import { rocp } from '@org/indicators-gpu';
 * rocp(close, { period: 10 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const rocp = defineLine({
  name: 'rocp',
  title: 'Rate of change as a fraction',
  group: 'momentum',
  about: 'How far the price has come in the last bars, 0.01 being one percent.',
  formula: 'rocp = (v - v[-n]) / v[-n] (TA-Lib).',
  inputs: ['close'],
  outputs: ['rocp'],
  options: { period: period(10) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'ratio',
  overlay: false,
  talib: { name: 'ROCP', options: { period: 'optInTimePeriod' }, outputs: { rocp: 'outReal' } },
  open: (options, memory) => {
    const change = rateOfChange(memory, options.period, (value, past) => (value - past) / past);
    return ({ close }) => change(close);
  },
});
