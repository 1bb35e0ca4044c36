import { createSlider } from './wasm-slider.ts';
import type { Slider } from './wasm-slider.ts';

/** How many bars are worked on at a time, so that they stay in the fastest cache. */
const blockLength = 4096;

const kept: { slider?: Slider | undefined } = {};

/** The slider of earlier calls, or a larger one. Its room is as long as the longest period, so long ones cost no more. */
function sliderFor(period: number): Slider | undefined {
  if (!('slider' in kept) || (kept.slider !== undefined && kept.slider.longest < period)) {
    const longest = Math.max(blockLength, period);
    kept.slider = createSlider(longest, longest);
  }
  return kept.slider;
}

/**
 * Calls `use` for one block of bars after another, from the first full window on, with the highest of `highs` and the
 * lowest of `lows` over the last `period` bars. The values have to be finite: one that is not is passed over. False,
 * and nothing done, where the machine has no WebAssembly with vectors: then the queue of `extreme.ts` has to do, which
 * gives the same values.
 */
export function slideExtremes(
  period: number,
  highs: Float64Array,
  lows: Float64Array,
  use: (from: number, to: number, tops: Float64Array, bottoms: Float64Array) => void,
): boolean {
  const slider = sliderFor(period);
  if (slider === undefined) return false;
  for (let from = period - 1; from < highs.length; from += slider.length) {
    const to = Math.min(highs.length, from + slider.length);
    const tops = slider.highest(highs.subarray(from - period + 1, to), period);
    use(from, to, tops, slider.lowest(lows.subarray(from - period + 1, to), period));
  }
  return true;
}
