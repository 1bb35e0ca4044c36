import { refreshEvery } from '../../window/moving-sum.ts';
import { sumOfNothing } from '../../window/finite.ts';
import { slideExtremes } from '../../window/extremes/sliding-extremes.ts';

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
  const sums = { smooth, signal, first: period - 1, k: 0, d: 0 };
  const isDone = slideExtremes(period, { highs: high, lows: low }, (from, to, slider) => {
    // The positions of the block stand behind the last ones of the block before.
    const holes = slider.position(close, from, to, smooth);
    average(sums, slider.positions, from - smooth, k, d, from, to);
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
  k: Float64Array,
  d: Float64Array,
  from: number,
  to: number,
): void {
  const { smooth, signal, first } = sums;
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
      let kSum = sums.k;
      let dSum = sums.d;
      for (; bar < end; bar += 1) {
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

const nextRefresh = (bar: number, first: number): number =>
  first + Math.ceil((bar - first) / refreshEvery) * refreshEvery;

/** The sum of the values up to and with `last`, oldest first. */
function sumOf(values: Float64Array, last: number, period: number): number {
  let sum = 0;
  for (let i = last - period + 1; i <= last; i += 1) sum += values[i]!;
  return sum;
}
