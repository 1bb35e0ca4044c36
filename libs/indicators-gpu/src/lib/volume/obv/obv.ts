import { defineLine } from '../../indicator/define-line.ts';
import { obvBatch } from './obv.batch.ts';

/**
 * On-balance volume, in the unit of the volume.
 *
 * Formula: the volume is added when the close rises and taken off when it falls; it begins with the first volume, as
 * in TA-Lib. First value at 0. Its level depends on where the data starts, for ever; after a bar that is not finite
 * it begins anew.
 *
 * @example
 * import { obv } from '@org/indicators-gpu';
 * obv({ close, volume });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const obv = defineLine({
  name: 'obv',
  title: 'On-balance volume',
  group: 'volume',
  about: 'Whether volume flows in on rising bars or out on falling ones; its slope counts, not its level.',
  formula: 'obv = obv + volume * sign(close - close[-1]), begun with the first volume (Granville, TA-Lib).',
  inputs: ['close', 'volume'],
  outputs: ['obv'],
  options: {},
  warmUp: () => 0,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'volume',
  overlay: false,
  gpuTolerance: 1e-4,
  talib: { name: 'OBV', options: {}, outputs: { obv: 'outReal' } },
  batch: (_options, close, volume, out) => obvBatch(close, volume, out),
  open: (_options, memory) => {
    const last = memory.claim(-Infinity);
    const balance = memory.claim(0);
    return ({ close, volume }) => {
      const { cells, base } = memory;
      const before = cells[base + last]!;
      const now = cells[base + balance]! + volume * (+(close > before) - +(close < before));
      cells[base + last] = close;
      cells[base + balance] = now;
      return now;
    };
  },
});
