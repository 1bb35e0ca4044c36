import type { Graph, Operand } from './graph.ts';

/** The mean of the last `periods` values of what an earlier kernel gave. Work per thread: one addition per bar. */
export function meanOf(graph: Graph, values: Operand, periods: readonly number[]): Operand {
  return graph.perSet(windowMean, values, periods);
}

const windowMean = `function (values, periods) {
  const period = periods[this.thread.y];
  const count = Math.min(period, this.thread.x + 1);
  let sum = 0;
  for (let back = 0; back < count; back++) {
    sum += values[this.thread.z][this.thread.y][this.thread.x - back];
  }
  return sum / period;
}`;
