import { defineLine } from '../../indicator/define-line.ts';
import { accumulation } from '../accumulation.ts';

/**
 * Accumulation and distribution line, in the unit of the volume.
 *
 * Formula: ad = ad + volume * ((close - low) - (high - close)) / (high - low) (Chaikin, TA-Lib). First value at 0.
 * A bar without range adds nothing. Its level depends on where the data starts, for ever.
 * After a value that is not finite it begins anew.
 *
 * @example
 * import { ad } from '@org/indicators-gpu';
 * ad({ high, low, close, volume });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const ad = defineLine({
  name: 'ad',
  title: 'Accumulation and distribution line',
  group: 'volume',
  about: 'Volume counted as bought or sold by where the bar closed; its slope counts, not its level.',
  formula: 'ad = ad + volume * ((close - low) - (high - close)) / (high - low) (Chaikin, TA-Lib).',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['ad'],
  options: {},
  warmUp: () => 0,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'volume',
  overlay: false,
  talib: { name: 'AD', options: {}, outputs: { ad: 'outReal' } },
  open: (_options, memory) => {
    const line = accumulation(memory);
    return ({ high, low, close, volume }) => line(high, low, close, volume);
  },
});
