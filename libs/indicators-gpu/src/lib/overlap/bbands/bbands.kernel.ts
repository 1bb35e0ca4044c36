import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';
import { simpleMean } from '../sma/sma.kernel.ts';

/**
 * Bollinger bands around a simple average on a device. Work per thread: two passes over the window, the second around
 * the mean of the first, so that no large numbers cancel.
 */
export const bbandsTwin: Twin = {
  indicator: 'bbands',
  lines: 'level',
  covers: (options) => options['maType'] === 'sma',
  plan: (graph, sets) => {
    const close = graph.level('close');
    const periods = numbers(sets, 'period');
    const middle = simpleMean(graph, close, periods);
    const width = graph.perSet(deviation, close, periods);
    const up = numbers(sets, 'deviationsUp');
    const down = numbers(sets, 'deviationsDown').map((deviations) => -deviations);
    return {
      upper: graph.perSet(band, middle, width, up),
      middle,
      lower: graph.perSet(band, middle, width, down),
    };
  },
};

const deviation = `function (close, periods) {
  const newest = close[0][this.thread.z][this.thread.x];
  const newestFine = close[1][this.thread.z][this.thread.x];
  const period = periods[this.thread.y];
  const count = Math.min(period, this.thread.x + 1);
  let sum = 0;
  for (let back = 1; back < count; back++) {
    const bar = this.thread.x - back;
    sum += close[0][this.thread.z][bar] - newest + (close[1][this.thread.z][bar] - newestFine);
  }
  const mean = sum / period;
  let squares = mean * mean;
  for (let back = 1; back < count; back++) {
    const bar = this.thread.x - back;
    const away = close[0][this.thread.z][bar] - newest + (close[1][this.thread.z][bar] - newestFine) - mean;
    squares += away * away;
  }
  return Math.sqrt(squares / period);
}`;

const band = `function (middle, width, deviations) {
  const reach = width[this.thread.z][this.thread.y][this.thread.x] * deviations[this.thread.y];
  return middle[this.thread.z][this.thread.y][this.thread.x] + reach;
}`;
