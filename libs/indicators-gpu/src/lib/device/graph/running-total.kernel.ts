import type { Graph, Operand } from './graph.ts';

/**
 * Sums of all terms since the start of each bar's session, by the doubling of `fadingSum`. Every sum is a tree of
 * additions, so its error grows with the logarithm of the bars. `sessions` gives each set's kind of session.
 */
export function totalSince(
  graph: Graph,
  terms: Operand,
  starts: Operand,
  sessions: readonly number[],
): Operand {
  let reached = terms;
  for (let bars = 1; bars < graph.bars; bars *= 2) {
    reached = graph.perSet(doubledWithin, reached, starts, sessions, bars);
  }
  return reached;
}

/** Sums of all terms since the first bar. */
export function totalOfAll(graph: Graph, terms: Operand): Operand {
  let reached = terms;
  for (let bars = 1; bars < graph.bars; bars *= 2) reached = graph.perSet(doubled, reached, bars);
  return reached;
}

const doubledWithin = `function (sums, starts, sessions, bars) {
  const sum = sums[this.thread.z][this.thread.y][this.thread.x];
  if (this.thread.x - bars < starts[sessions[this.thread.y]][this.thread.z][this.thread.x]) return sum;
  return sum + sums[this.thread.z][this.thread.y][this.thread.x - bars];
}`;

const doubled = `function (sums, bars) {
  const sum = sums[this.thread.z][this.thread.y][this.thread.x];
  if (this.thread.x < bars) return sum;
  return sum + sums[this.thread.z][this.thread.y][this.thread.x - bars];
}`;
