import { exponentialSum, fadingSum } from '../../device/graph/fading-sum.kernel.ts';
import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';

/** The exponential average on a device: a fading sum, seeded as the one on the processor. */
export const emaTwin: Twin = {
  indicator: 'ema',
  lines: 'level',
  plan: (graph, sets) => {
    const sums = numbers(sets, 'period').map((period) => exponentialSum(period, period - 1));
    return { ema: fadingSum(graph, graph.level('close'), sums) };
  },
};
