import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';
import { typicalAt } from '../vwap/typical-price.kernel.ts';

/** The average price of a window by volume on a device. Work per thread: one multiplication and addition per bar. */
export const rollingVwapTwin: Twin = {
  indicator: 'rollingVwap',
  lines: 'level',
  plan: (graph, sets) => {
    const [high, low, close] = [graph.level('high'), graph.level('low'), graph.level('close')];
    const periods = numbers(sets, 'period');
    return { rollingVwap: graph.perSet(average, high, low, close, graph.amount('volume'), periods) };
  },
};

const average = `function (high, low, close, volume, periods) {
  const count = Math.min(periods[this.thread.y], this.thread.x + 1);
  let paid = 0;
  let traded = 0;
  for (let back = 0; back < count; back++) {
    const bar = this.thread.x - back;
    const size = volume[0][this.thread.z][bar];
    paid += ${typicalAt('bar')} * size;
    traded += size;
  }
  if (traded <= 0) return ${typicalAt('this.thread.x')};
  return paid / traded;
}`;
