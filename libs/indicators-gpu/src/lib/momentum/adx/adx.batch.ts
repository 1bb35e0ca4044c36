import { endOfBlock } from '../../window/blocks.ts';
import { directedMove, tiny, widest } from './directed-move.ts';

/**
 * What the index remembers from bar to bar: the difference and the sum of the moves up and down, and the average; and all sums
 * added up, which tell in the end whether a move was too wide.
 */
interface Trail {
  difference: number;
  sum: number;
  average: number;
  sums: number;
}

interface Bars {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** All average directional indices; false when a value was not finite, or nothing has moved since the start. */
export function adxBatch(period: number, high: Float64Array, low: Float64Array, out: Float64Array): boolean {
  const { length } = high;
  const warm = 2 * period - 1;
  out.fill(NaN, 0, warm);
  if (length <= warm) return true;
  const bars = { high, low };
  const trail = { difference: 0, sum: 0, average: 0, sums: 0 };
  for (let i = 1; i <= warm; i += 1) {
    take(trail, i < period ? 1 : (period - 1) / period, bars, i);
    if (i >= period) trail.average += strengthOf(trail) * (100 / period);
  }
  out[warm] = trail.average;
  const ahead = { high: high.subarray(4), low: low.subarray(4) };
  const start = warm + 1;
  for (let from = start; from < length;) {
    const to = endOfBlock(from, start, length);
    const whole = to - ((to - from) % 4);
    if (whole > from) goByFours(trail, period, bars, ahead, out, from, whole);
    for (let i = whole; i < to; i += 1) {
      take(trail, (period - 1) / period, bars, i);
      settle(trail, period, strengthOf(trail), out, i);
    }
    from = to;
  }
  return trail.average - trail.average === 0 && isTold(trail.sums, bars);
}

/**
 * Whether all prices were such that rounding tells the moves. A high that leaps down or a low that leaps up makes no move; but where
 * it came from or went to, another move has led from or to, or the columns begin or end there.
 */
function isTold(sums: number, { high, low }: Bars): boolean {
  const ends = [high[0]!, low[0]!, high.at(-1)!, low.at(-1)!];
  return sums < widest && ends.every((price) => Math.abs(price) < widest);
}

/** Adds the move of a bar to what is kept of those before. */
function take(trail: Trail, keep: number, { high, low }: Bars, i: number): void {
  const move = directedMove(high[i]! - high[i - 1]!, low[i - 1]! - low[i]!);
  trail.difference = trail.difference * keep + move;
  trail.sum = trail.sum * keep + Math.abs(move);
  trail.sums += trail.sum;
}

const strengthOf = ({ difference, sum }: Trail): number => Math.abs(difference) / sum;

/** Makes the average of a bar. */
function settle(trail: Trail, period: number, strength: number, out: Float64Array, i: number): void {
  trail.average = trail.average * ((period - 1) / period) + strength * (100 / period);
  out[i] = trail.average;
}

/**
 * Four bars a turn. The averages are a turn behind all else, so that the processor has both at hand at once and need not wait for
 * a division; `ahead` are the columns from the fifth bar on, because one place for all of them takes fewer steps. The places
 * are whole numbers of 32 bits from the start, so that the engine need not ask at each whether it still is one.
 *
 * The sum is looked at once a turn: a move that is too wide is at least an eighth of itself there, unless the period is 1,
 * where the width of a move does not matter.
 */
function goByFours(
  trail: Trail,
  period: number,
  bars: Bars,
  { high, low }: Bars,
  out: Float64Array,
  from: number,
  to: number,
): void {
  const keep = (period - 1) / period;
  const share = 100 / period;
  const small = tiny;
  const strengthAt = (i: number): number => {
    take(trail, keep, bars, i);
    return strengthOf(trail);
  };
  let first = strengthAt(from);
  let second = strengthAt(from + 1);
  let third = strengthAt(from + 2);
  let fourth = strengthAt(from + 3);
  let { difference, sum, average, sums } = trail;
  let lastHigh = bars.high[from + 3]!;
  let lastLow = bars.low[from + 3]!;
  const end = (to | 0) - 4;
  for (let i = from | 0; i < end; i += 4) {
    average = average * keep + first * share;
    out[i] = average;
    average = average * keep + second * share;
    out[i + 1] = average;
    average = average * keep + third * share;
    out[i + 2] = average;
    average = average * keep + fourth * share;
    out[i + 3] = average;
    const firstHigh = high[i]!;
    const firstLow = low[i]!;
    const secondHigh = high[i + 1]!;
    const secondLow = low[i + 1]!;
    const thirdHigh = high[i + 2]!;
    const thirdLow = low[i + 2]!;
    const firstHigher = firstHigh - lastHigh;
    const firstLower = lastLow - firstLow;
    lastHigh = high[i + 3]!;
    lastLow = low[i + 3]!;
    const secondHigher = secondHigh - firstHigh;
    const secondLower = firstLow - secondLow;
    const thirdHigher = thirdHigh - secondHigh;
    const thirdLower = secondLow - thirdLow;
    const fourthHigher = lastHigh - thirdHigh;
    const fourthLower = thirdLow - lastLow;
    const firstRise = Math.abs(firstHigher) + firstHigher;
    const firstFall = Math.abs(firstLower) + firstLower;
    const secondRise = Math.abs(secondHigher) + secondHigher;
    const secondFall = Math.abs(secondLower) + secondLower;
    const thirdRise = Math.abs(thirdHigher) + thirdHigher;
    const thirdFall = Math.abs(thirdLower) + thirdLower;
    const fourthRise = Math.abs(fourthHigher) + fourthHigher;
    const fourthFall = Math.abs(fourthLower) + fourthLower;
    const firstLead = (firstHigher - firstLower) * small;
    const secondLead = (secondHigher - secondLower) * small;
    const thirdLead = (thirdHigher - thirdLower) * small;
    const fourthLead = (fourthHigher - fourthLower) * small;
    const firstMove = firstRise * Math.ceil(firstLead) + firstFall * Math.floor(firstLead);
    const secondMove = secondRise * Math.ceil(secondLead) + secondFall * Math.floor(secondLead);
    const thirdMove = thirdRise * Math.ceil(thirdLead) + thirdFall * Math.floor(thirdLead);
    const fourthMove = fourthRise * Math.ceil(fourthLead) + fourthFall * Math.floor(fourthLead);
    difference = difference * keep + firstMove;
    sum = sum * keep + Math.abs(firstMove);
    first = Math.abs(difference) / sum;
    difference = difference * keep + secondMove;
    sum = sum * keep + Math.abs(secondMove);
    second = Math.abs(difference) / sum;
    difference = difference * keep + thirdMove;
    sum = sum * keep + Math.abs(thirdMove);
    third = Math.abs(difference) / sum;
    difference = difference * keep + fourthMove;
    sum = sum * keep + Math.abs(fourthMove);
    fourth = Math.abs(difference) / sum;
    sums += sum;
  }
  trail.difference = difference;
  trail.sum = sum;
  trail.average = average;
  trail.sums = sums;
  settle(trail, period, first, out, to - 4);
  settle(trail, period, second, out, to - 3);
  settle(trail, period, third, out, to - 2);
  settle(trail, period, fourth, out, to - 1);
}
