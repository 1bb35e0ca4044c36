import type { Graph, Operand } from './graph.ts';

/** What sets the running sum of one set of parameters. */
export interface FadingSum {
  /** The bar at which it begins, with the sum of the last `count` terms times `seed`. */
  readonly start: number;
  readonly count: number;
  readonly seed: number;
  /** What a later term counts for, and what is left of the sum at every bar. */
  readonly weight: number;
  readonly keep: number;
}

/**
 * Terms that weigh less than this are left out of a sum. A 32-bit float tells 2^-24 apart; what is beyond that keeps a
 * jump of ten thousand times the usual move from leaving a trace.
 */
const negligible = 2 ** -40;

/**
 * Exponential and Wilder averages without a recurrence: sum = sum · keep + term · weight, for all bars at once.
 *
 * Each pass adds to every bar the sum that stands as far back as the sums already reach, faded by so many bars; so
 * they reach twice as far after it. Passes end when what is further back weighs less than 2^-40, which is the error
 * made, relative to the largest term; or when they reach back to the start, and nothing is left out.
 * Work per thread: one multiplication and addition per pass.
 */
export function fadingSum(graph: Graph, terms: Operand, sums: readonly FadingSum[]): Operand {
  const list = (read: (sum: FadingSum) => number): number[] => sums.map(read);
  let reached = graph.perSet(
    seeded(terms),
    terms,
    list((sum) => sum.start),
    list((sum) => sum.count),
    list((sum) => sum.seed),
    list((sum) => sum.weight),
  );
  const reach = Math.min(graph.bars, Math.max(...sums.map((sum) => barsUntilNegligible(sum.keep))));
  for (let bars = 1; bars < reach; bars *= 2) {
    const faded = list((sum) => sum.keep ** bars);
    reached = graph.perSet(doubled, reached, faded, bars);
  }
  return reached;
}

/** The exponential average of terms whose first counts at `start - period + 1`. */
export function exponentialSum(period: number, start: number): FadingSum {
  const weight = 2 / (period + 1);
  return { start, count: period, seed: 1 / period, weight, keep: 1 - weight };
}

/** Wilder's average of terms whose first counts at `start - period + 1`. */
export function wilderSum(period: number, start: number): FadingSum {
  return { start, count: period, seed: 1 / period, weight: 1 / period, keep: (period - 1) / period };
}

function barsUntilNegligible(keep: number): number {
  if (keep <= 0) return 1;
  return keep >= 1 ? Infinity : Math.ceil(Math.log(negligible) / Math.log(keep));
}

const seeded = (terms: Operand): string => `function (terms, starts, counts, seeds, weights) {
  const start = starts[this.thread.y];
  if (this.thread.x < start) return 0;
  if (this.thread.x > start) return ${terms.at('terms', 'this.thread.x')} * weights[this.thread.y];
  const count = counts[this.thread.y];
  let sum = 0;
  for (let back = 0; back < count; back++) {
    sum += ${terms.at('terms', 'this.thread.x - back')};
  }
  return sum * seeds[this.thread.y];
}`;

const doubled = `function (sums, faded, bars) {
  const sum = sums[this.thread.z][this.thread.y][this.thread.x];
  if (this.thread.x < bars) return sum;
  return sum + faded[this.thread.y] * sums[this.thread.z][this.thread.y][this.thread.x - bars];
}`;
