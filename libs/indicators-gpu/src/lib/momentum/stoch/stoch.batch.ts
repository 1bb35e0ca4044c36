import { refreshEvery } from '../../window/moving-sum.ts';
import { sumOfNothing } from '../../window/finite.ts';
import { blockLength, slideExtremes } from '../../window/extremes/sliding-extremes.ts';

/** What sets the oscillator with simple averages. */
export interface StochPeriods {
  readonly period: number;
  readonly smooth: number;
  readonly signal: number;
}

/** Both running sums, and where the values that they sum begin. */
interface Sums {
  readonly smooth: number;
  readonly signal: number;
  /** The first bar that has a position in the range. */
  readonly first: number;
  k: number;
  d: number;
  /** Of values that were read ahead of their time: kept, so that no engine leaves the reading out. */
  ahead: number;
}

interface Bars {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** Both lines of an oscillator. */
interface Lines {
  readonly k: Float64Array;
  readonly d: Float64Array;
}

/** Both lines with simple averages; false when a value was not finite, or the machine has no WebAssembly. */
export function stochBatch(
  { period, smooth, signal }: StochPeriods,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  k: Float64Array,
  d: Float64Array,
): boolean {
  const warm = period + smooth + signal - 3;
  const sums = { smooth, signal, first: period - 1, k: 0, d: 0, ahead: 0 };
  const bars = { high, low, close };
  const isDone = slideExtremes(period, { highs: high, lows: low }, (from, to, slider) => {
    // The positions of the block stand behind the last ones of the block before.
    const holes = slider.position(close, from, to, smooth);
    average(sums, slider.positions, from - smooth, bars, { k, d }, from, to);
    slider.positions.copyWithin(0, to - from, to - from + smooth);
    return holes;
  });
  k.fill(NaN, 0, warm);
  d.fill(NaN, 0, warm);
  return isDone && sumOfNothing(close.subarray(0, period - 1)) === 0;
}

/** Both averages of a block of bars; `positions` are moved by `shift` against the bars. */
function average(
  sums: Sums,
  positions: Float64Array,
  shift: number,
  bars: Bars,
  lines: Lines,
  from: number,
  to: number,
): void {
  const { smooth, signal, first } = sums;
  const { k, d } = lines;
  const kStart = first + smooth - 1;
  const kShare = 1 / smooth;
  const dShare = 1 / signal;
  for (let bar = from; bar < to;) {
    const kBar = bar - first;
    const dBar = bar - kStart;
    const isFreshK = kBar === smooth - 1 || kBar % refreshEvery === 0;
    const isFreshD = dBar === signal - 1 || dBar % refreshEvery === 0;
    if (kBar < smooth - 1) bar += 1;
    else if (isFreshK || isFreshD || dBar < signal) {
      sums.k = isFreshK
        ? sumOf(positions, bar - shift, smooth)
        : sums.k + (positions[bar - shift]! - positions[bar - shift - smooth]!);
      k[bar] = sums.k * kShare;
      if (dBar >= signal - 1) {
        sums.d = isFreshD ? sumOf(k, bar, signal) : sums.d + (k[bar]! - k[bar - signal]!);
        d[bar] = sums.d * dShare;
      }
      bar += 1;
    } else {
      const end = Math.min(to, nextRefresh(bar, first), nextRefresh(bar, kStart));
      const whole = end - ((end - bar) % 8);
      goByEights(sums, positions, shift, bars, lines, bar, whole);
      let { k: kSum, d: dSum } = sums;
      for (bar = whole; bar < end; bar += 1) {
        kSum += positions[bar - shift]! - positions[bar - shift - smooth]!;
        const smoothed = kSum * kShare;
        dSum += smoothed - k[bar - signal]!;
        k[bar] = smoothed;
        d[bar] = dSum * dShare;
      }
      sums.k = kSum;
      sums.d = dSum;
    }
  }
}

/**
 * Eight bars a turn, as many as a line of a cache holds. The bars of the next block are read a line at a time meanwhile: when
 * that block is copied they are near, and nothing is computed while a copy waits for memory.
 */
function goByEights(
  sums: Sums,
  positions: Float64Array,
  shift: number,
  { high, low, close }: Bars,
  { k, d }: Lines,
  from: number,
  to: number,
): void {
  const kShare = 1 / sums.smooth;
  const dShare = 1 / sums.signal;
  const come = -shift | 0;
  const gone = (-shift - sums.smooth) | 0;
  const old = -sums.signal | 0;
  const lastAhead = (close.length - blockLength) | 0;
  let { k: kSum, d: dSum, ahead } = sums;
  const end = to | 0;
  for (let i = from | 0; i < end; i = (i + 8) | 0) {
    if (i < lastAhead) {
      const next = (i + blockLength) | 0;
      ahead += high[next]! + low[next]! + close[next]!;
    }
    const k0 = kSum + (positions[(i + come) | 0]! - positions[(i + gone) | 0]!);
    const k1 = k0 + (positions[(i + come + 1) | 0]! - positions[(i + gone + 1) | 0]!);
    const k2 = k1 + (positions[(i + come + 2) | 0]! - positions[(i + gone + 2) | 0]!);
    const k3 = k2 + (positions[(i + come + 3) | 0]! - positions[(i + gone + 3) | 0]!);
    const k4 = k3 + (positions[(i + come + 4) | 0]! - positions[(i + gone + 4) | 0]!);
    const k5 = k4 + (positions[(i + come + 5) | 0]! - positions[(i + gone + 5) | 0]!);
    const k6 = k5 + (positions[(i + come + 6) | 0]! - positions[(i + gone + 6) | 0]!);
    const k7 = k6 + (positions[(i + come + 7) | 0]! - positions[(i + gone + 7) | 0]!);
    const smoothed0 = k0 * kShare;
    k[i] = smoothed0;
    const smoothed1 = k1 * kShare;
    k[(i + 1) | 0] = smoothed1;
    const smoothed2 = k2 * kShare;
    k[(i + 2) | 0] = smoothed2;
    const smoothed3 = k3 * kShare;
    k[(i + 3) | 0] = smoothed3;
    const smoothed4 = k4 * kShare;
    k[(i + 4) | 0] = smoothed4;
    const smoothed5 = k5 * kShare;
    k[(i + 5) | 0] = smoothed5;
    const smoothed6 = k6 * kShare;
    k[(i + 6) | 0] = smoothed6;
    const smoothed7 = k7 * kShare;
    k[(i + 7) | 0] = smoothed7;
    const d0 = dSum + (smoothed0 - k[(i + old) | 0]!);
    d[i] = d0 * dShare;
    const d1 = d0 + (smoothed1 - k[(i + old + 1) | 0]!);
    d[(i + 1) | 0] = d1 * dShare;
    const d2 = d1 + (smoothed2 - k[(i + old + 2) | 0]!);
    d[(i + 2) | 0] = d2 * dShare;
    const d3 = d2 + (smoothed3 - k[(i + old + 3) | 0]!);
    d[(i + 3) | 0] = d3 * dShare;
    const d4 = d3 + (smoothed4 - k[(i + old + 4) | 0]!);
    d[(i + 4) | 0] = d4 * dShare;
    const d5 = d4 + (smoothed5 - k[(i + old + 5) | 0]!);
    d[(i + 5) | 0] = d5 * dShare;
    const d6 = d5 + (smoothed6 - k[(i + old + 6) | 0]!);
    d[(i + 6) | 0] = d6 * dShare;
    const d7 = d6 + (smoothed7 - k[(i + old + 7) | 0]!);
    d[(i + 7) | 0] = d7 * dShare;
    kSum = k7;
    dSum = d7;
  }
  sums.k = kSum;
  sums.d = dSum;
  sums.ahead = ahead;
}

const nextRefresh = (bar: number, first: number): number =>
  first + Math.ceil((bar - first) / refreshEvery) * refreshEvery;

/** The sum of the values up to and with `last`, oldest first. */
function sumOf(values: Float64Array, last: number, period: number): number {
  let sum = 0;
  for (let i = last - period + 1; i <= last; i += 1) sum += values[i]!;
  return sum;
}
