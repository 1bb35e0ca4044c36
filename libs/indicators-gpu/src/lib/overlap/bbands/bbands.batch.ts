import { refreshEvery } from '../../window/moving-sum.ts';
import { leastOfPeak } from '../../window/moving-variance.ts';

/** What sets the bands around a simple average. */
export interface Bands {
  readonly period: number;
  readonly deviationsUp: number;
  readonly deviationsDown: number;
}

/** How far a band is from the middle for each unit of the root of the window's squared distances. */
export const reachOf = (deviations: number, period: number): number => deviations * Math.sqrt(1 / period);

/** The bands as the loops use them: `share` of a window is one bar of it, and how far each band is away by `reachOf`. */
interface Reach {
  readonly period: number;
  readonly share: number;
  readonly up: number;
  readonly down: number;
}

/** The running sums of the stream's window, and the index up to which the bands are written. */
interface Sums {
  anchor: number;
  sum: number;
  squares: number;
  /** What the scatter must not fall below: the part `leastOfPeak` of the highest that `squares` has been. */
  floor: number;
  at: number;
}

/** Columns as the loops go through them: from the bar on that is the first to push another one out of its window. */
interface Stretch {
  readonly come: Float64Array;
  /** What leaves the window with the bar of the same index. */
  readonly gone: Float64Array;
  readonly upper: Float64Array;
  readonly middle: Float64Array;
  readonly lower: Float64Array;
}

/** All bands of a column; false when a value was not finite, or its square. Its sums are those of the stream. */
export function bbandsBatch(
  bands: Bands,
  values: Float64Array,
  upper: Float64Array,
  middle: Float64Array,
  lower: Float64Array,
): boolean {
  const { period } = bands;
  const { length } = values;
  for (const out of [upper, middle, lower]) out.fill(NaN, 0, period - 1);
  const share = 1 / period;
  const up = reachOf(bands.deviationsUp, period);
  const down = reachOf(bands.deviationsDown, period);
  const reach = { period, share, up, down };
  const stretch = {
    come: values.subarray(period),
    gone: values,
    upper: upper.subarray(period),
    middle: middle.subarray(period),
    lower: lower.subarray(period),
  };
  const sums = { anchor: 0, sum: 0, squares: 0, floor: 0, at: period - 1 };
  while (sums.at < length) {
    const { at } = sums;
    refresh(sums, values, at - period + 1, at + 1);
    const offset = sums.sum * share;
    const scatter = sums.squares - sums.sum * offset;
    const root = Math.sqrt(scatter > 0 ? scatter : 0);
    upper[at] = sums.anchor + offset + root * up;
    middle[at] = sums.anchor + offset;
    lower[at] = sums.anchor + offset - root * down;
    sums.at = at + 1;
    const end = Math.min(length, at - (at % refreshEvery) + refreshEvery);
    slidePairs(sums, reach, stretch, end);
    slide(sums, reach, stretch, end);
    if (sums.sum - sums.sum + (sums.squares - sums.squares) !== 0) return false;
  }
  return true;
}

/**
 * Two bars a turn until less than two are left before `end`, or one of them asks for fresh sums: it is left to `slide`.
 *
 * What goes on from bar to bar is little enough here for an engine to keep it in registers. On the way through memory an
 * addition would take four times as long, and every bar waits for those of the bar before.
 */
function slidePairs(
  sums: Sums,
  { period, share, up, down }: Reach,
  { come, gone, upper, middle, lower }: Stretch,
  end: number,
): void {
  const { anchor } = sums;
  let { sum, squares, floor } = sums;
  let i = sums.at - period;
  for (const last = end - period - 1; i < last; i += 2) {
    const firstIn = come[i]! - anchor;
    const firstOut = gone[i]! - anchor;
    const secondIn = come[i + 1]! - anchor;
    const secondOut = gone[i + 1]! - anchor;

    const firstSum = sum + (firstIn - firstOut);
    const firstSquares = squares + (firstIn - firstOut) * (firstIn + firstOut);
    const firstLeast = firstSquares * leastOfPeak;
    const firstFloor = firstLeast > floor ? firstLeast : floor;
    const firstOffset = firstSum * share;
    const firstScatter = firstSquares - firstSum * firstOffset;

    const secondSum = firstSum + (secondIn - secondOut);
    const secondSquares = firstSquares + (secondIn - secondOut) * (secondIn + secondOut);
    const secondLeast = secondSquares * leastOfPeak;
    const secondFloor = secondLeast > firstFloor ? secondLeast : firstFloor;
    const secondOffset = secondSum * share;
    const secondScatter = secondSquares - secondSum * secondOffset;
    if (firstScatter < firstFloor || secondScatter < secondFloor) break;

    const firstRoot = Math.sqrt(firstScatter);
    const firstMean = anchor + firstOffset;
    upper[i] = firstMean + firstRoot * up;
    middle[i] = firstMean;
    lower[i] = firstMean - firstRoot * down;
    const secondRoot = Math.sqrt(secondScatter);
    const secondMean = anchor + secondOffset;
    upper[i + 1] = secondMean + secondRoot * up;
    middle[i + 1] = secondMean;
    lower[i + 1] = secondMean - secondRoot * down;
    sum = secondSum;
    squares = secondSquares;
    floor = secondFloor;
  }
  sums.sum = sum;
  sums.squares = squares;
  sums.floor = floor;
  sums.at = i + period;
}

/** Bar by bar until `end`, or until cancellation asks for fresh sums. */
function slide(
  sums: Sums,
  { period, share, up, down }: Reach,
  { come, gone, upper, middle, lower }: Stretch,
  end: number,
): void {
  const { anchor } = sums;
  for (; sums.at < end; sums.at += 1) {
    const i = sums.at - period;
    const entering = come[i]! - anchor;
    const leaving = gone[i]! - anchor;
    const moved = entering - leaving;
    sums.sum += moved;
    sums.squares += moved * (entering + leaving);
    const least = sums.squares * leastOfPeak;
    if (least > sums.floor) sums.floor = least;
    const offset = sums.sum * share;
    const scatter = sums.squares - sums.sum * offset;
    if (scatter < sums.floor) return;
    const root = Math.sqrt(scatter);
    upper[i] = anchor + offset + root * up;
    middle[i] = anchor + offset;
    lower[i] = anchor + offset - root * down;
  }
}

function refresh(sums: Sums, values: Float64Array, from: number, to: number): void {
  const first = values[from]!;
  let above = 0;
  for (let i = from; i < to; i += 1) above += values[i]! - first;
  const anchor = first + above / (to - from);
  let sum = 0;
  let squares = 0;
  for (let i = from; i < to; i += 1) {
    const distance = values[i]! - anchor;
    sum += distance;
    squares += distance * distance;
  }
  sums.anchor = anchor;
  sums.sum = sum;
  sums.squares = squares;
  sums.floor = squares * leastOfPeak;
}
