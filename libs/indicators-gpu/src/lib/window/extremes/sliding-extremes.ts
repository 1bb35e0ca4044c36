import { sumOfNothing } from '../finite.ts';
import { wasmSlider } from './wasm-slider.ts';
import type { Slider } from './wasm-slider.ts';

/** How many bars are worked on at a time, so that they stay in the caches that are near. */
export const blockLength = 4096;

/** The columns whose extremes are wanted: one of them, or both. */
export interface Sides {
  readonly highs?: Float64Array | undefined;
  readonly lows?: Float64Array | undefined;
}

/** Uses the extremes of the windows that end with a block of bars; returns zero, or NaN at what is not finite. */
export type UseBlock = (from: number, to: number, slider: Slider) => number;

/**
 * Calls `use` for one block of bars after another, from the first full window on, when the slider has the highest of
 * `highs` and the lowest of `lows` over the last `period` bars. False where a value was not finite, and where the
 * machine has no WebAssembly with vectors: then the queue of `extreme.ts` has to do, which gives the same values.
 */
export function slideExtremes(period: number, { highs, lows }: Sides, use: UseBlock): boolean {
  const slider = wasmSlider();
  if (slider === undefined) return false;
  const length = (highs ?? lows)?.length ?? 0;
  // Each block looks again at a period of bars before it; as long as that it costs at most twice as much.
  const step = Math.max(blockLength, period);
  let holes = 0;
  for (let from = period - 1; from < length; from += step) {
    const to = Math.min(length, from + step);
    if (highs !== undefined) holes += slider.highest(highs, from, to, period);
    if (lows !== undefined) holes += slider.lowest(lows, from, to, period);
    holes += use(from, to, slider);
  }
  // The slider has looked at the first values of all windows, but not at the last ones of the last.
  const unseen = Math.max(0, length - period + 1);
  for (const side of [highs, lows]) if (side !== undefined) holes += sumOfNothing(side.subarray(unseen));
  return holes === 0;
}
