import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { Delay } from '../../window/delay.ts';

/**
 * Momentum, in the unit of the column.
 *
 * Formula: mom = v - v[-n] (TA-Lib). First value at `period`.
 *
 * @example
 * import { mom } from '@org/indicators-gpu';
 * mom(close, { period: 10 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const mom = defineLine({
  name: 'mom',
  title: 'Momentum',
  group: 'momentum',
  about: 'How far the price has come in the last bars.',
  formula: 'mom = v - v[-n] (TA-Lib).',
  inputs: ['close'],
  outputs: ['mom'],
  options: { period: period(10) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'price',
  overlay: false,
  talib: { name: 'MOM', options: { period: 'optInTimePeriod' }, outputs: { mom: 'outReal' } },
  open: (options, memory) => {
    const past = new Delay(memory, options.period);
    return ({ close: value }) => value - past.next(value);
  },
});
