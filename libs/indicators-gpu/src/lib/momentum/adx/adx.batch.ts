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
    const rise = twiceAbove(higher);
    const fall = twiceAbove(lower);
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
    trail.average += strengthOf(trail) * (100 / period) + close[i]! * 0;
  }
}

/**
 * Times this, a difference of two moves is between -1 and 1: rounded up it says whether the first is the larger one, rounded
 * down whether the second is. A comparison would have to be made a number, on a long way. All moves together must be less
 * than `widest` for it; a difference below 1e-224, which prices of any use never have, counts as none.
 */
const tiny = 1e-100;
const widest = 1e99;

/** Two bars a turn; an odd number leaves one to the end. */
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
  const { length } = close;
  let i = 2 * period;
  let { up, down, average } = trail;
  let lastHigh = high[i - 1]!;
  let lastLow = low[i - 1]!;
  let closes = 0;
  let moves = 0;
  for (const last = length - 1; i < last; i += 2) {
    const firstHigh = high[i]!;
    const firstLow = low[i]!;
    const secondHigh = high[i + 1]!;
    const secondLow = low[i + 1]!;
    const firstRise = twiceAbove(firstHigh - lastHigh);
    const firstFall = twiceAbove(lastLow - firstLow);
    const secondRise = twiceAbove(secondHigh - firstHigh);
    const secondFall = twiceAbove(firstLow - secondLow);
    const firstLead = (firstRise - firstFall) * tiny;
    const secondLead = (secondRise - secondFall) * tiny;
    const firstUp = up * keep + firstRise * Math.ceil(firstLead);
    const firstDown = down * keep - firstFall * Math.floor(firstLead);
    up = firstUp * keep + secondRise * Math.ceil(secondLead);
    down = firstDown * keep - secondFall * Math.floor(secondLead);
    const firstBoth = firstUp + firstDown;
    const both = up + down;
    const first = average * keep + (Math.abs(firstUp - firstDown) / firstBoth) * share;
    average = first * keep + (Math.abs(up - down) / both) * share;
    out[i] = first;
    out[i + 1] = average;
    closes += close[i]! + close[i + 1]!;
    moves += firstBoth + both;
    lastHigh = secondHigh;
    lastLow = secondLow;
  }
  trail.up = up;
  trail.down = down;
  trail.average = average;
  if (i < length) {
    move(trail, keep, high, low, i, i + 1);
    trail.average = average * keep + strengthOf(trail) * share;
    out[i] = trail.average;
    closes += close[i]!;
  }
  return trail.average - trail.average + (closes - closes) === 0 && moves < widest;
}

const strengthOf = ({ up, down }: Trail): number => Math.abs(up - down) / (up + down);

/** Twice what is above zero. */
const twiceAbove = (value: number): number => Math.abs(value) + value;
