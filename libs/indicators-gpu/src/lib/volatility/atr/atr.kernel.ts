import { fadingSum, wilderSum } from '../../device/graph/fading-sum.kernel.ts';
import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';
import { trueRanges } from '../true-range.kernel.ts';

/** The average true range on a device: true ranges once per series, a fading sum of them per set. */
export const atrTwin: Twin = {
  indicator: 'atr',
  lines: 'difference',
  plan: (graph, sets) => {
    const sums = numbers(sets, 'period').map((period) => wilderSum(period, period));
    return { atr: fadingSum(graph, trueRanges(graph), sums) };
  },
};
