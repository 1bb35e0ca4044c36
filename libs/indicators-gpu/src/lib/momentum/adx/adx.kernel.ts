import { fadingSum, wilderSum } from '../../device/graph/fading-sum.kernel.ts';
import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';

/**
 * The average directional index on a device: both directional movements once per series, three fading sums per set. Both
 * movements fade alike while nothing moves, so their difference is read at the last bar that moved, where it has not
 * faded out of 32 bits.
 */
export const adxTwin: Twin = {
  indicator: 'adx',
  lines: 'difference',
  plan: (graph, sets) => {
    const [high, low] = [graph.change('high'), graph.change('low')];
    const periods = numbers(sets, 'period');
    const sums = periods.map((period) => ({
      start: period - 1,
      count: period - 1,
      seed: 1,
      weight: 1,
      keep: (period - 1) / period,
    }));
    const ups = fadingSum(graph, graph.perSeries(movement, high, low, 1), sums);
    const downs = fadingSum(graph, graph.perSeries(movement, high, low, -1), sums);
    const averages = periods.map((period) => wilderSum(period, 2 * period - 1));
    const starts = sums.map(({ start }) => start);
    const strengths = graph.perSet(strength, ups, downs, graph.lastMove(), starts);
    return { adx: fadingSum(graph, strengths, averages) };
  },
};

/** A move counts in the direction in which it reaches further; `direction` is 1 for up and -1 for down. */
const movement = `function (high, low, direction) {
  const higher = high[0][this.thread.z][this.thread.x];
  const lower = -low[0][this.thread.z][this.thread.x];
  const further = higher - lower + (high[1][this.thread.z][this.thread.x] + low[1][this.thread.z][this.thread.x]);
  if (further * direction <= 0) return 0;
  if (direction > 0) return Math.max(higher, 0);
  return Math.max(lower, 0);
}`;

const strength = `function (ups, downs, last, starts) {
  const bar = Math.min(Math.max(last[0][this.thread.z][this.thread.x], starts[this.thread.y]), this.thread.x);
  const up = ups[this.thread.z][this.thread.y][bar];
  const down = downs[this.thread.z][this.thread.y][bar];
  if (up + down <= 0) return 0;
  return (Math.abs(up - down) / (up + down)) * 100;
}`;
