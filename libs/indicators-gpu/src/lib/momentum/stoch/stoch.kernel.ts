import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';
import { meanOf } from '../../device/graph/window-mean.kernel.ts';

/**
 * The stochastic oscillator with simple averages on a device. Work per thread: one look at every bar of the window.
 * Extremes are found among distances from the close, whose differences are as exact as those of the prices.
 */
export const stochTwin: Twin = {
  indicator: 'stoch',
  lines: 'difference',
  covers: (options) => options['smoothType'] === 'sma' && options['signalType'] === 'sma',
  plan: (graph, sets) => {
    const [high, low, close] = [graph.level('high'), graph.level('low'), graph.level('close')];
    const raw = graph.perSet(position, high, low, close, numbers(sets, 'period'));
    const k = meanOf(graph, raw, numbers(sets, 'smooth'));
    return { k, d: meanOf(graph, k, numbers(sets, 'signal')) };
  },
};

const position = `function (high, low, close, periods) {
  const last = close[0][this.thread.z][this.thread.x];
  const lastFine = close[1][this.thread.z][this.thread.x];
  const count = Math.min(periods[this.thread.y], this.thread.x + 1);
  let top = high[0][this.thread.z][this.thread.x] - last + (high[1][this.thread.z][this.thread.x] - lastFine);
  let bottom = low[0][this.thread.z][this.thread.x] - last + (low[1][this.thread.z][this.thread.x] - lastFine);
  for (let back = 1; back < count; back++) {
    const bar = this.thread.x - back;
    top = Math.max(top, high[0][this.thread.z][bar] - last + (high[1][this.thread.z][bar] - lastFine));
    bottom = Math.min(bottom, low[0][this.thread.z][bar] - last + (low[1][this.thread.z][bar] - lastFine));
  }
  const range = top - bottom;
  if (range <= 0) return 0;
  return (-bottom / range) * 100;
}`;
