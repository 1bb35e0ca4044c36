import { defineLines } from '../../indicator/define-lines.ts';
import { integer } from '../../indicator/option.ts';
import { period } from '../../indicator/wording.ts';
import { writePivots } from '../pivot-levels.ts';
import { Delay } from '../../window/delay.ts';
import { highest, lowest } from '../../window/extremes/extreme.ts';

/**
 * Rolling pivot points, in the unit of the prices.
 *
 * Formula: As pivotPoints, of the `period` bars that ended `offset` bars before this one (as Stock.Indicators).
 * First values at `period + offset`.
 *
 * @example
 * import { rollingPivots } from '@org/indicators-gpu';
 * rollingPivots({ high, low, close }, { period: 20 });
 *
 * @throws OptionError, ColumnError, OutputError
 */
export const rollingPivots = defineLines({
  name: 'rollingPivots',
  title: 'Rolling pivot points',
  group: 'structure',
  about: 'Pivot levels made of the bars just before, for markets without sessions.',
  formula:
    'As pivotPoints, of the `period` bars that ended `offset` bars before this one (as Stock.Indicators).',
  inputs: ['high', 'low', 'close'],
  outputs: ['pp', 'r1', 'r2', 'r3', 's1', 's2', 's3'],
  options: { period: period(20), offset: integer(0, 0, 'Bars between the window and this bar.') },
  warmUp: (options) => options.period + options.offset,
  memory: 'window',
  unit: 'price',
  overlay: true,
  open: (options, memory) => {
    const pastHigh = new Delay(memory, options.offset + 1);
    const pastLow = new Delay(memory, options.offset + 1);
    const pastClose = new Delay(memory, options.offset + 1);
    const top = highest(memory, options.period);
    const bottom = lowest(memory, options.period);
    return ({ high, low, close }, out) => {
      writePivots(out, top.next(pastHigh.next(high)), bottom.next(pastLow.next(low)), pastClose.next(close));
    };
  },
});
