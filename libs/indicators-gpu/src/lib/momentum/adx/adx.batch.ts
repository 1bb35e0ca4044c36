/** What the index remembers from bar to bar. Both movements are twice those of the stream: what counts is their ratio. */
interface Trail {
  up: number;
  down: number;
  average: number;
}

/** All average directional indices; false when a value was not finite, or nothing has moved since the start. */
export function adxBatch(
  period: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  out: Float64Array,
): boolean {
  const { length } = close;
  const warm = 2 * period - 1;
  out.fill(NaN, 0, warm);
  if (length <= warm) return true;
  const trail = { up: 0, down: 0, average: close[0]! * 0 };
  move(trail, 1, high, low, 1, period);
  seed(trail, period, high, low, close, warm);
  out[warm] = trail.average;
  return follow(trail, period, high, low, close, out);
}

/** Adds the moves of some bars to what is kept of those before. */
function move(
  trail: Trail,
  keep: number,
  high: Float64Array,
  low: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i += 1) {
    const higher = high[i]! - high[i - 1]!;
    const lower = low[i - 1]! - low[i]!;
    const rise = Math.abs(higher) + higher;
    const fall = Math.abs(lower) + lower;
    trail.up = trail.up * keep + rise * +(rise > fall);
    trail.down = trail.down * keep + fall * +(fall > rise);
  }
}

function seed(
  trail: Trail,
  period: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  warm: number,
): void {
  for (let i = 1; i < period; i += 1) trail.average += close[i]! * 0;
  for (let i = period; i <= warm; i += 1) {
    move(trail, (period - 1) / period, high, low, i, i + 1);
    const strength = Math.abs(trail.up - trail.down) / (trail.up + trail.down);
    trail.average += strength * (100 / period) + close[i]! * 0;
  }
}

function follow(
  trail: Trail,
  period: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  out: Float64Array,
): boolean {
  const keep = (period - 1) / period;
  const share = 100 / period;
  const start = 2 * period - 1;
  let { up, down, average } = trail;
  let lastHigh = high[start]!;
  let lastLow = low[start]!;
  let finite = 0;
  for (let i = start + 1; i < close.length; i += 1) {
    const top = high[i]!;
    const bottom = low[i]!;
    const higher = top - lastHigh;
    const lower = lastLow - bottom;
    const rise = Math.abs(higher) + higher;
    const fall = Math.abs(lower) + lower;
    up = up * keep + rise * +(rise > fall);
    down = down * keep + fall * +(fall > rise);
    average = average * keep + (Math.abs(up - down) / (up + down)) * share;
    out[i] = average;
    finite += close[i]! * 0;
    lastHigh = top;
    lastLow = bottom;
  }
  return average - average + finite === 0;
}
