import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { MeanDeviation } from '../../window/mean-deviation.ts';

/**
 * Commodity channel index, mostly −100 to 100.
 *
 * Formula: cci = (t - mean(t, n)) / (0.015 * mean deviation(t, n)), t = (high + low + close) / 3 (Lambert, TA-
 * Lib). First value at `period - 1`. A window without deviation gives 0. Every bar sums the whole window.
 *
 * @example
 * import { cci } from '@org/indicators-gpu';
 * cci({ high, low, close }, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const cci = defineLine({
  name: 'cci',
  title: 'Commodity channel index',
  group: 'momentum',
  about: 'How unusually far the price is from its mean: beyond ±100 is called a move.',
  formula:
    'cci = (t - mean(t, n)) / (0.015 * mean deviation(t, n)), t = (high + low + close) / 3 (Lambert, TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['cci'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'index',
  overlay: false,
  cost: 'period',
  talib: { name: 'CCI', options: { period: 'optInTimePeriod' }, outputs: { cci: 'outReal' } },
  open: (options, memory) => {
    const usual = new MeanDeviation(memory, options.period);
    return ({ high, low, close }) => {
      const typical = (high + low + close) / 3;
      if (!usual.next(typical)) return NaN;
      const mean = usual.mean();
      const deviation = usual.deviationFrom(mean);
      return deviation === 0 ? 0 : (typical - mean) / (0.015 * deviation);
    };
  },
});
