/** Something to be timed; what it returns is only kept so that nobody can leave the work out. */
export type Job = () => unknown;

/** Milliseconds of every job in every round. The jobs take turns, so that a disturbance hits all of them. */
export function timeInterleaved(
  jobs: Readonly<Record<string, Job>>,
  rounds: number,
  warmUpRounds = 2,
): Map<string, number[]> {
  const times = new Map<string, number[]>(Object.keys(jobs).map((name) => [name, []]));
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const start = performance.now();
      kept = job();
      const took = performance.now() - start;
      if (round >= 0) times.get(name)?.push(took);
    }
  }
  return times;
}

/** The last result, where the engine has to suppose that somebody reads it. */
export let kept: unknown;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
