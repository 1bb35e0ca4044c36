import { numbers } from '../../device/graph/graph.ts';
import type { Graph, Operand, Twin } from '../../device/graph/graph.ts';

/**
 * The simple average on a device. Work per thread: one addition per bar of the window. Summed are distances from the
 * newest price, which are small, so that a long window does not wear out 32 bits.
 */
export const smaTwin: Twin = {
  indicator: 'sma',
  lines: 'level',
  plan: (graph, sets) => ({ sma: simpleMean(graph, graph.level('close'), numbers(sets, 'period')) }),
};

/** The mean of the last `periods` prices, above the base. */
export function simpleMean(graph: Graph, levels: Operand, periods: readonly number[]): Operand {
  return graph.perSet(mean, levels, periods);
}

const mean = `function (levels, periods) {
  const newest = levels[0][this.thread.z][this.thread.x];
  const newestFine = levels[1][this.thread.z][this.thread.x];
  const period = periods[this.thread.y];
  const count = Math.min(period, this.thread.x + 1);
  let sum = 0;
  for (let back = 1; back < count; back++) {
    const bar = this.thread.x - back;
    sum += levels[0][this.thread.z][bar] - newest + (levels[1][this.thread.z][bar] - newestFine);
  }
  return newest + (newestFine + sum / period);
}`;
