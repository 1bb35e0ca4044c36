import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { rateOfChange } from '../rate-of-change.ts';

/**
 * Rate of change, in percent.
 *
 * Formula: roc = (v / v[-n] - 1) * 100 (TA-Lib). First value at `period`. Where the old value is 0 it is 0.
 *
 * @example
 * import { roc } from '@org/indicators-gpu';
 * roc(close, { period: 10 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const roc = defineLine({
  name: 'roc',
  title: 'Rate of change',
  group: 'momentum',
  about: 'How far the price has come in the last bars, in percent.',
  formula: 'roc = (v / v[-n] - 1) * 100 (TA-Lib).',
  inputs: ['close'],
  outputs: ['roc'],
  options: { period: period(10) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'percent',
  overlay: false,
  talib: { name: 'ROC', options: { period: 'optInTimePeriod' }, outputs: { roc: 'outReal' } },
  open: (options, memory) => {
    const change = rateOfChange(memory, options.period, (value, past) => (value / past - 1) * 100);
    return ({ close }) => change(close);
  },
});
