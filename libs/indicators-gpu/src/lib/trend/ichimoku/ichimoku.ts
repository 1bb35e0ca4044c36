import { defineLines } from '../../indicator/define-lines.ts';
import type { Memory } from '../../indicator/memory.ts';
import { integer } from '../../indicator/option.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';
import { ichimokuBatch } from './ichimoku.batch.ts';

/**
 * Ichimoku cloud, in the unit of the prices.
 *
 * Formula: tenkan, kijun, senkouB = (highest high + lowest low) / 2 over their windows; senkouA = (tenkan + kijun)
 * / 2; chikou = close (Hosoda). Every value stands at its own bar: `shift` tells that the cloud is drawn `kijun`
 * bars ahead and chikou as many back. All outputs have values from the longest window on.
 *
 * @example
 * import { ichimoku } from '@org/indicators-gpu';
 * ichimoku({ high, low, close }, { tenkan: 9, kijun: 26, senkou: 52 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const ichimoku = defineLines({
  name: 'ichimoku',
  title: 'Ichimoku cloud',
  group: 'trend',
  about: 'Midpoints of three windows and a cloud between two of them: above the cloud is a rising market.',
  formula:
    'tenkan, kijun, senkouB = (highest high + lowest low) / 2 over their windows; senkouA = (tenkan + kijun) / 2; chikou = close (Hosoda).',
  inputs: ['high', 'low', 'close'],
  outputs: ['tenkan', 'kijun', 'senkouA', 'senkouB', 'chikou'],
  options: {
    tenkan: integer(9, 1, 'Bars of the turning line.'),
    kijun: integer(26, 1, 'Bars of the base line, and of the shift.'),
    senkou: integer(52, 1, 'Bars of the far edge of the cloud.'),
  },
  warmUp: (options) => Math.max(options.tenkan, options.kijun, options.senkou) - 1,
  memory: 'window',
  unit: 'price',
  overlay: true,
  shift: ({ kijun }) => ({ senkouA: kijun, senkouB: kijun, chikou: -kijun }),
  batch: (options, high, low, close, ...lines) => ichimokuBatch(options, high, low, close, lines),
  open: (options, memory) => {
    const turning = middleOf(memory, options.tenkan);
    const base = middleOf(memory, options.kijun);
    const far = middleOf(memory, options.senkou);
    return ({ high, low, close }, out) => {
      const tenkan = turning(high, low);
      const kijun = base(high, low);
      out.tenkan = tenkan;
      out.kijun = kijun;
      out.senkouA = (tenkan + kijun) / 2;
      out.senkouB = far(high, low);
      out.chikou = close;
    };
  },
});

function middleOf(memory: Memory, period: number): (high: number, low: number) => number {
  const top = highest(memory, period);
  const bottom = lowest(memory, period);
  return (high, low) => (top.next(high) + bottom.next(low)) / 2;
}
