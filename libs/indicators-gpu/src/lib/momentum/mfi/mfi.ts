import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MovingTotal } from '../../window/moving-total.ts';
import { Previous } from '../../window/past.ts';

/**
 * Money flow index, 0 to 100.
 *
 * Formula: mfi = 100 * inflow / (inflow + outflow): price * volume of the bars whose typical price rose or fell,
 * summed over n (Quong, Soudack, TA-Lib). First value at `period`. A window without flow gives 0 (TA-Lib gives 0
 * for any flow below 1).
 *
 * @example
 * import { mfi } from '@org/indicators-gpu';
 * mfi({ high, low, close, volume }, { period: 14 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const mfi = defineLine({
  name: 'mfi',
  title: 'Money flow index',
  group: 'momentum',
  about: 'The relative strength index of money: above 80 is called overbought, below 20 oversold.',
  formula:
    'mfi = 100 * inflow / (inflow + outflow): price * volume of the bars whose typical price rose or fell, summed over n (Quong, Soudack, TA-Lib).',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['mfi'],
  options: { period: period(14) },
  warmUp: (options) => options.period,
  memory: 'window',
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: { name: 'MFI', options: { period: 'optInTimePeriod' }, outputs: { mfi: 'outReal' } },
  open: (options, memory) => {
    const before = new Previous(memory);
    const inflow = new MovingTotal(memory, options.period);
    const flow = new MovingTotal(memory, options.period);
    return ({ high, low, close, volume }) => {
      const typical = (high + low + close) / 3;
      const change = typical - before.next(typical);
      if (change !== change) return NaN;
      const money = typical * volume;
      const into = inflow.next(change > 0 ? money : 0);
      const total = flow.next(change === 0 ? 0 : money);
      return total === 0 ? 0 : (into / total) * 100;
    };
  },
});
