import type { Twin } from '../../device/graph/graph.ts';
import { totalOfAll } from '../../device/graph/running-total.kernel.ts';

/** The balance of volume on a device: the signed volumes, then their running total. */
export const obvTwin: Twin = {
  indicator: 'obv',
  lines: 'difference',
  plan: (graph) => ({
    obv: totalOfAll(graph, graph.perSet(signed, graph.change('close'), graph.amount('volume'))),
  }),
};

const signed = `function (change, volume) {
  const size = volume[0][this.thread.z][this.thread.x];
  const moved = change[0][this.thread.z][this.thread.x];
  if (this.thread.x < 1) return size;
  if (moved > 0) return size;
  if (moved < 0) return -size;
  return 0;
}`;
