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
  const keep = (period - 1) / period;
  const trail = { difference: 0, sum: 0, average: 0, sums: 0 };
  for (let i = 1; i <= warm; i += 1) {
    take(trail, i < period ? 1 : keep, bars, i);
    if (i >= period) trail.average += strengthOf(trail) * (100 / period);
  }
  out[warm] = trail.average;
  const start = warm + 1;
  for (let from = start; from < length;) {
    const to = endOfBlock(from, start, length);
    const whole = to - ((to - from) % 4);
    goByFours(trail, period, bars, out, from, whole);
    for (let i = whole; i < to; i += 1) {
      take(trail, keep, bars, i);
      trail.average = trail.average * keep + strengthOf(trail) * (100 / period);
      out[i] = trail.average;
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

/**
 * Four bars a turn: what waits for others comes last, so that it does not stand in the way of what could be done. The places are
 * whole numbers of 32 bits from the start, so that the engine need not ask at each whether it still is one.
 *
 * The sum is looked at once a turn: a move that is too wide is at least an eighth of itself there, unless the period is 1,
 * where the width of a move does not matter.
 */
function goByFours(
  trail: Trail,
  period: number,
  { high, low }: Bars,
  out: Float64Array,
  from: number,
  to: number,
): void {
  const keep = (period - 1) / period;
  const share = 100 / period;
  const small = tiny;
  let { difference, sum, average, sums } = trail;
  let lastHigh = high[from - 1]!;
  let lastLow = low[from - 1]!;
  const end = to | 0;
  for (let i = from | 0; i < end; i += 4) {
    const firstHigh = high[i]!;
    const firstLow = low[i]!;
    const secondHigh = high[i + 1]!;
    const secondLow = low[i + 1]!;
    const thirdHigh = high[i + 2]!;
    const thirdLow = low[i + 2]!;
    const fourthHigh = high[i + 3]!;
    const fourthLow = low[i + 3]!;
    const firstHigher = firstHigh - lastHigh;
    const firstLower = lastLow - firstLow;
    const firstLead = (firstHigher - firstLower) * small;
    const firstMove =
      (Math.abs(firstHigher) + firstHigher) * Math.ceil(firstLead) +
      (Math.abs(firstLower) + firstLower) * Math.floor(firstLead);
    const secondHigher = secondHigh - firstHigh;
    const secondLower = firstLow - secondLow;
    const secondLead = (secondHigher - secondLower) * small;
    const secondMove =
      (Math.abs(secondHigher) + secondHigher) * Math.ceil(secondLead) +
      (Math.abs(secondLower) + secondLower) * Math.floor(secondLead);
    const thirdHigher = thirdHigh - secondHigh;
    const thirdLower = secondLow - thirdLow;
    const thirdLead = (thirdHigher - thirdLower) * small;
    const thirdMove =
      (Math.abs(thirdHigher) + thirdHigher) * Math.ceil(thirdLead) +
      (Math.abs(thirdLower) + thirdLower) * Math.floor(thirdLead);
    const fourthHigher = fourthHigh - thirdHigh;
    const fourthLower = thirdLow - fourthLow;
    const fourthLead = (fourthHigher - fourthLower) * small;
    const fourthMove =
      (Math.abs(fourthHigher) + fourthHigher) * Math.ceil(fourthLead) +
      (Math.abs(fourthLower) + fourthLower) * Math.floor(fourthLead);
    difference = difference * keep + firstMove;
    sum = sum * keep + Math.abs(firstMove);
    const first = Math.abs(difference) / sum;
    difference = difference * keep + secondMove;
    sum = sum * keep + Math.abs(secondMove);
    const second = Math.abs(difference) / sum;
    difference = difference * keep + thirdMove;
    sum = sum * keep + Math.abs(thirdMove);
    const third = Math.abs(difference) / sum;
    difference = difference * keep + fourthMove;
    sum = sum * keep + Math.abs(fourthMove);
    const fourth = Math.abs(difference) / sum;
    average = average * keep + first * share;
    out[i] = average;
    average = average * keep + second * share;
    out[i + 1] = average;
    average = average * keep + third * share;
    out[i + 2] = average;
    average = average * keep + fourth * share;
    out[i + 3] = average;
    sums += sum;
    lastHigh = fourthHigh;
    lastLow = fourthLow;
  }
  trail.difference = difference;
  trail.sum = sum;
  trail.average = average;
  trail.sums = sums;
}
