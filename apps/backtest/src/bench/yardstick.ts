const BARS = 1_000_000;
const PERIOD = 20;

/** A plain running sum over a million closes, in ms: absolute targets hold on a machine that takes 1.0 ms for it. */
export function yardstick(): number {
  const close = Float64Array.from({ length: BARS }, (_, bar) => 100 + Math.sin(bar));
  const out = new Float64Array(BARS);
  let best = Infinity;
  for (let round = 0; round < 20; round += 1) {
    const start = performance.now();
    runningSum(close, out);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function runningSum(close: Float64Array, out: Float64Array): void {
  let sum = 0;
  for (let bar = 0; bar < close.length; bar += 1) {
    sum += close[bar] ?? 0;
    if (bar >= PERIOD) sum -= close[bar - PERIOD] ?? 0;
    out[bar] = sum / PERIOD;
  }
}
