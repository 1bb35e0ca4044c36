import { directedMove, tiny, twiceAbove, widest } from './directed-move.ts';

/** What the index remembers from bar to bar: the difference and the sum of the moves up and down, and the average. */
interface Trail {
  difference: number;
  sum: number;
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
  const trail = { difference: 0, sum: 0, average: close[0]! * 0 };
  for (let i = 1; i < period; i += 1) {
    take(trail, 1, moveAt(high, low, i));
    trail.average += close[i]! * 0;
  }
  for (let i = period; i <= warm; i += 1) {
    take(trail, (period - 1) / period, moveAt(high, low, i));
    trail.average += strengthOf(trail) * (100 / period) + close[i]! * 0;
  }
  out[warm] = trail.average;
  return follow(trail, period, high, low, close, out);
}

/** Adds the move of a bar to what is kept of those before. */
function take(trail: Trail, keep: number, move: number): void {
  trail.difference = trail.difference * keep + move;
  trail.sum = trail.sum * keep + Math.abs(move);
}

const moveAt = (high: Float64Array, low: Float64Array, i: number): number =>
  directedMove(high[i]! - high[i - 1]!, low[i - 1]! - low[i]!);

const strengthOf = ({ difference, sum }: Trail): number => Math.abs(difference) / sum;

/**
 * Two bars a turn; an odd number leaves one to the end. Sums and averages are a turn behind the moves, so that the processor has
 * both at hand at once and need not wait for a division.
 */
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
  let { difference, sum, average } = trail;
  let firstMove = 0;
  let secondMove = 0;
  let closes = 0;
  let sums = 0;
  let i = 2 * period;
  const isPaired = i + 1 < length;
  if (isPaired) {
    firstMove = moveAt(high, low, i);
    secondMove = moveAt(high, low, i + 1);
    closes += close[i]! + close[i + 1]!;
    i += 2;
  }
  let lastHigh = high[i - 1]!;
  let lastLow = low[i - 1]!;
  for (const last = length - 1; i < last; i += 2) {
    const firstDifference = difference * keep + firstMove;
    const firstSum = sum * keep + Math.abs(firstMove);
    difference = firstDifference * keep + secondMove;
    sum = firstSum * keep + Math.abs(secondMove);
    const first = average * keep + (Math.abs(firstDifference) / firstSum) * share;
    average = first * keep + (Math.abs(difference) / sum) * share;
    out[i - 2] = first;
    out[i - 1] = average;
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
    firstMove = firstRise * Math.ceil(firstLead) + firstFall * Math.floor(firstLead);
    secondMove = secondRise * Math.ceil(secondLead) + secondFall * Math.floor(secondLead);
    closes += close[i]! + close[i + 1]!;
    sums += sum;
    lastHigh = secondHigh;
    lastLow = secondLow;
  }
  trail.difference = difference;
  trail.sum = sum;
  trail.average = average;
  if (isPaired) {
    sums += settle(trail, period, firstMove, out, i - 2);
    sums += settle(trail, period, secondMove, out, i - 1);
  }
  if (i < length) {
    sums += settle(trail, period, moveAt(high, low, i), out, i);
    closes += close[i]!;
  }
  return trail.average - trail.average + (closes - closes) === 0 && sums < widest;
}

/** Makes the average of a bar; gives the sum of the moves. */
function settle(trail: Trail, period: number, move: number, out: Float64Array, bar: number): number {
  const keep = (period - 1) / period;
  take(trail, keep, move);
  trail.average = trail.average * keep + strengthOf(trail) * (100 / period);
  out[bar] = trail.average;
  return trail.sum;
}
