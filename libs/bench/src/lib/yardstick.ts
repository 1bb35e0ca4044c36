const VALUES = 1_000_000;
const PERIOD = 20;
const ROUNDS = 20;

/**
 * The measure of the machine: how many ms a plain running sum over a million closes takes, an average over 20 as one would
 * write it down first; the best of twenty rounds. Absolute targets hold on a machine that takes 1.0 ms for it.
 */
export function yardstickMs(): number {
  const close = Float64Array.from({ length: VALUES }, (_, bar) => 100 + Math.sin(bar));
  const out = new Float64Array(VALUES);
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    runningMean(close, out);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** How many times slower than that machine this one is; a faster one has no less to reach. */
export function slownessOf(yardstick: number): number {
  return Math.max(1, yardstick);
}

/** The mean of the last 20 values at each, of fewer counted as if zeros stood before. */
export function runningMean(values: Float64Array, out: Float64Array): void {
  let sum = 0;
  for (let bar = 0; bar < values.length; bar += 1) {
    sum += values[bar]!;
    if (bar >= PERIOD) sum -= values[bar - PERIOD]!;
    out[bar] = sum / PERIOD;
  }
}
