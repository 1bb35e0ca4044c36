import { WilderShares } from '../../smoothing/wilder.ts';
import { endOfBlock } from '../../window/blocks.ts';
import { trueRangeOf, twiceRangeOf } from '../true-range.ts';

/** Where the average stands: at this bar, at the one before, and the range that it has taken last. */
interface Stand {
  average: number;
  before: number;
  range: number;
}

interface Bars {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** All average true ranges; false when a value was not finite. */
export function atrBatch(
  period: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  out: Float64Array,
): boolean {
  const { length } = close;
  out.fill(NaN, 0, period);
  if (length <= period) return true;
  const bars = { high, low, close };
  const shares = new WilderShares(period);
  const stand = { average: high[0]! * 0 + low[0]! * 0, before: 0, range: 0 };
  for (let i = 1; i <= period; i += 1) stand.average += rangeAt(bars, i);
  stand.average /= period;
  out[period] = stand.average;
  const start = period + 2;
  if (start <= length) {
    stand.range = rangeAt(bars, start - 1);
    stand.before = stand.average;
    stand.average += (stand.range - stand.average) * shares.newest;
    out[start - 1] = stand.average;
  }
  for (let from = start; from < length;) {
    const to = endOfBlock(from, start, length);
    const whole = to - ((to - from) % 4);
    goByFours(stand, shares, bars, out, from, whole);
    for (let i = whole; i < to; i += 1) out[i] = take(stand, shares, rangeAt(bars, i));
    from = to;
  }
  const [now, last] = [stand.average, close[length - 1]!];
  return stand.before - stand.before + (now - now) + (last - last) === 0;
}

const rangeAt = ({ high, low, close }: Bars, i: number): number =>
  trueRangeOf(high[i]!, low[i]!, close[i - 1]!);

/** The average one bar further. */
function take(stand: Stand, { kept, older, newest }: WilderShares, range: number): number {
  const now = stand.before * kept + (stand.range * older + range * newest);
  stand.before = stand.average;
  stand.average = now;
  stand.range = range;
  return now;
}

/**
 * Four bars a turn: each goes on from where the average stood two bars ago, so none has to wait for the one before it. Ranges
 * are twice as large here, and their parts half as large, which saves a multiplication and is the same to the bit. The places
 * are whole numbers of 32 bits from the start, so that the engine need not ask at each whether it still is one.
 */
function goByFours(
  stand: Stand,
  shares: WilderShares,
  { high, low, close }: Bars,
  out: Float64Array,
  from: number,
  to: number,
): void {
  const { kept } = shares;
  const older = shares.older * 0.5;
  const newest = shares.newest * 0.5;
  let { average, before } = stand;
  let range = stand.range * 2;
  let last = close[from - 1]!;
  const end = to | 0;
  for (let i = from | 0; i < end; i += 4) {
    const firstRange = twiceRangeOf(high[i]!, low[i]!, last);
    before = before * kept + (range * older + firstRange * newest);
    out[i] = before;
    const first = close[i]!;
    const secondRange = twiceRangeOf(high[i + 1]!, low[i + 1]!, first);
    average = average * kept + (firstRange * older + secondRange * newest);
    out[i + 1] = average;
    const second = close[i + 1]!;
    const thirdRange = twiceRangeOf(high[i + 2]!, low[i + 2]!, second);
    before = before * kept + (secondRange * older + thirdRange * newest);
    out[i + 2] = before;
    const third = close[i + 2]!;
    range = twiceRangeOf(high[i + 3]!, low[i + 3]!, third);
    average = average * kept + (thirdRange * older + range * newest);
    out[i + 3] = average;
    last = close[i + 3]!;
  }
  stand.average = average;
  stand.before = before;
  stand.range = range * 0.5;
}
