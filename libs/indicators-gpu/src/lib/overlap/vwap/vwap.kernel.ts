import type { Twin } from '../../device/graph/graph.ts';
import { totalSince } from '../../device/graph/running-total.kernel.ts';
import { typicalAt } from './typical-price.kernel.ts';

/** The average price of a session on a device: totals of money and volume that begin anew with each session. */
export const vwapTwin: Twin = {
  indicator: 'vwap',
  lines: 'level',
  plan: (graph, sets) => {
    const [high, low, close] = [graph.level('high'), graph.level('low'), graph.level('close')];
    const volume = graph.amount('volume');
    const kinds = [...new Set(sets.map((set) => String(set['session'])))];
    const starts = graph.sessionStarts(kinds);
    const sessions = sets.map((set) => kinds.indexOf(String(set['session'])));
    const paid = totalSince(graph, graph.perSet(money, high, low, close, volume), starts, sessions);
    const traded = totalSince(graph, graph.perSet(same, volume), starts, sessions);
    return { vwap: graph.perSet(average, high, low, close, paid, traded) };
  },
};

const money = `function (high, low, close, volume) {
  return ${typicalAt('this.thread.x')} * volume[0][this.thread.z][this.thread.x];
}`;

const same = `function (volume) {
  return volume[0][this.thread.z][this.thread.x];
}`;

const average = `function (high, low, close, paid, traded) {
  const total = traded[this.thread.z][this.thread.y][this.thread.x];
  if (total <= 0) return ${typicalAt('this.thread.x')};
  return paid[this.thread.z][this.thread.y][this.thread.x] / total;
}`;
