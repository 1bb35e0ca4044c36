import { exponentialSum, fadingSum } from '../../device/graph/fading-sum.kernel.ts';
import { numbers } from '../../device/graph/graph.ts';
import type { Twin } from '../../device/graph/graph.ts';

/** Convergence and divergence on a device: three fading sums, begun where those on the processor begin. */
export const macdTwin: Twin = {
  indicator: 'macd',
  lines: 'difference',
  plan: (graph, sets) => {
    const close = graph.level('close');
    const slows = numbers(sets, 'slow');
    const starts = slows.map((slow) => slow - 1);
    const averages = (periods: readonly number[], first: readonly number[]) =>
      periods.map((period, i) => exponentialSum(period, first[i]!));
    const fast = fadingSum(graph, close, averages(numbers(sets, 'fast'), starts));
    const slow = fadingSum(graph, close, averages(slows, starts));
    const macd = graph.perSet(difference, fast, slow);
    const signals = numbers(sets, 'signal');
    const signalStarts = signals.map((signal, i) => starts[i]! + signal - 1);
    const signal = fadingSum(graph, macd, averages(signals, signalStarts));
    return { macd, signal, histogram: graph.perSet(difference, macd, signal) };
  },
};

const difference = `function (above, below) {
  return above[this.thread.z][this.thread.y][this.thread.x] - below[this.thread.z][this.thread.y][this.thread.x];
}`;
