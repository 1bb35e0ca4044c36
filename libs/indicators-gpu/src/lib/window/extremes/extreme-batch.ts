import { sumOfNothing } from '../finite.ts';
import { slideExtremes } from './sliding-extremes.ts';

/** Writes a block of results, made of its highest and lowest values. */
export type WriteBlock = (
  out: Float64Array,
  from: number,
  to: number,
  tops: Float64Array,
  bottoms: Float64Array,
) => void;

/** All values of an indicator that is made of the extremes of a window; false when a value was not finite. */
export function extremeBatch(
  period: number,
  highs: Float64Array,
  lows: Float64Array,
  out: Float64Array,
  write: WriteBlock,
): boolean {
  if (sumOfNothing(highs) + sumOfNothing(lows) !== 0) return false;
  out.fill(NaN, 0, period - 1);
  return slideExtremes(period, highs, lows, (from, to, tops, bottoms) => write(out, from, to, tops, bottoms));
}

export const writeTop: WriteBlock = (out, from, to, tops) => {
  for (let i = from; i < to; i += 1) out[i] = tops[i - from]! + 0;
};

export const writeBottom: WriteBlock = (out, from, to, _tops, bottoms) => {
  for (let i = from; i < to; i += 1) out[i] = bottoms[i - from]! + 0;
};

export const writeMiddle: WriteBlock = (out, from, to, tops, bottoms) => {
  for (let i = from; i < to; i += 1) out[i] = (tops[i - from]! + 0 + (bottoms[i - from]! + 0)) / 2;
};
