import { fadingSum, wilderSum } from '../../device/graph/fading-sum.kernel.ts';
import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';

/**
 * The relative strength index on a device: the share of the rises in both Wilder averages. Both fade alike while nothing
 * moves, so their share is read at the last bar that moved, where it has not faded out of 32 bits. A period of 1 keeps
 * nothing of that bar, and reads its own.
 */
export const rsiTwin: Twin = {
  indicator: 'rsi',
  lines: 'difference',
  plan: (graph, sets) => {
    const change = graph.change('close');
    const sums = numbers(sets, 'period').map((period) => wilderSum(period, period));
    const rises = fadingSum(graph, graph.perSeries(moves, change, 1), sums);
    const falls = fadingSum(graph, graph.perSeries(moves, change, -1), sums);
    const starts = sums.map(({ start, keep }) => (keep > 0 ? start : graph.bars));
    return { rsi: graph.perSet(share, rises, falls, graph.lastChange('close'), starts) };
  },
};

const moves = `function (change, direction) {
  return Math.max(change[0][this.thread.z][this.thread.x] * direction, 0);
}`;

const share = `function (rises, falls, last, starts) {
  const bar = Math.min(Math.max(last[0][this.thread.z][this.thread.x], starts[this.thread.y]), this.thread.x);
  const rise = rises[this.thread.z][this.thread.y][bar];
  const moved = rise + falls[this.thread.z][this.thread.y][bar];
  if (moved <= 0) return 0;
  return (rise / moved) * 100;
}`;
