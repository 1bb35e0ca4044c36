import { defineLine } from '../../indicator/define-line.ts';
import { period } from '../../indicator/wording.ts';
import { moneyFlow } from '../accumulation.ts';
import { MovingTotal } from '../../window/moving-total.ts';

/**
 * Chaikin money flow, −1 to 1.
 *
 * Formula: cmf = sum(volume * ((close - low) - (high - close)) / (high - low), n) / sum(volume, n) (Chaikin).
 * First value at `period - 1`. A bar without range adds nothing; a window without volume gives 0.
 *
 * @example
 * import { cmf } from '@org/indicators-gpu';
 * cmf({ high, low, close, volume }, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const cmf = defineLine({
  name: 'cmf',
  title: 'Chaikin money flow',
  group: 'volume',
  about: 'Which share of the recent volume was bought rather than sold.',
  formula:
    'cmf = sum(volume * ((close - low) - (high - close)) / (high - low), n) / sum(volume, n) (Chaikin).',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['cmf'],
  options: { period: period(20) },
  warmUp: (options) => options.period - 1,
  memory: 'window',
  unit: 'ratio',
  range: [-1, 1],
  overlay: false,
  open: (options, memory) => {
    const bought = new MovingTotal(memory, options.period);
    const sold = new MovingTotal(memory, options.period);
    const traded = new MovingTotal(memory, options.period);
    return ({ high, low, close, volume }) => {
      const flow = moneyFlow(high, low, close, volume);
      const net = bought.next(Math.max(flow, 0)) - sold.next(Math.max(-flow, 0));
      const total = traded.next(volume);
      return total === 0 ? 0 : net / total;
    };
  },
});
