import type { Graph, Operand } from '../device/graph/graph.ts';

/** The true range of every bar of every series on a device; zero at the first bar, which has none. */
export function trueRanges(graph: Graph): Operand {
  return graph.perSeries(source, graph.level('high'), graph.level('low'), graph.level('close'));
}

const source = `function (high, low, close) {
  if (this.thread.x < 1) return 0;
  const top = high[0][this.thread.z][this.thread.x];
  const topFine = high[1][this.thread.z][this.thread.x];
  const bottom = low[0][this.thread.z][this.thread.x];
  const bottomFine = low[1][this.thread.z][this.thread.x];
  const last = close[0][this.thread.z][this.thread.x - 1];
  const lastFine = close[1][this.thread.z][this.thread.x - 1];
  const above = Math.max(last - top + (lastFine - topFine), 0);
  const below = Math.max(bottom - last + (bottomFine - lastFine), 0);
  return top - bottom + (topFine - bottomFine) + (above + below);
}`;
