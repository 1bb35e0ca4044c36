import { refreshEvery } from '../../window/moving-sum.ts';
import { leastOfPeak } from '../../window/moving-variance.ts';
import { wasmBands } from './wasm-bands.ts';
import type { BandLines, WasmBands } from './wasm-bands.ts';

/** What sets the bands around a simple average. */
export interface Bands {
  readonly period: number;
  readonly deviationsUp: number;
  readonly deviationsDown: number;
}

/** How far a band is from the middle for each unit of the root of the window's squared distances. */
export const reachOf = (deviations: number, period: number): number => deviations * Math.sqrt(1 / period);

/** The running sums of the stream's window, and the index up to which the bands are written. */
interface Sums {
  anchor: number;
  sum: number;
  squares: number;
  peak: number;
  at: number;
}

/** All bands of a column; false when a value was not finite. Its sums are those of the stream. */
export function bbandsBatch(
  bands: Bands,
  values: Float64Array,
  upper: Float64Array,
  middle: Float64Array,
  lower: Float64Array,
): boolean {
  const { period } = bands;
  const { length } = values;
  const lines = { upper, middle, lower };
  const wasm = wasmBands(period);
  for (const out of [upper, middle, lower]) out.fill(NaN, 0, period - 1);
  const up = reachOf(bands.deviationsUp, period);
  const down = reachOf(bands.deviationsDown, period);
  const sums = { anchor: 0, sum: 0, squares: 0, peak: 0, at: period - 1 };
  while (sums.at < length) {
    const { at } = sums;
    refresh(sums, values, at - period + 1, at + 1);
    const offset = sums.sum * (1 / period);
    const scatter = sums.squares - sums.sum * offset;
    const root = Math.sqrt(scatter > 0 ? scatter : 0);
    upper[at] = sums.anchor + offset + root * up;
    middle[at] = sums.anchor + offset;
    lower[at] = sums.anchor + offset - root * down;
    const end = Math.min(length, at - (at % refreshEvery) + refreshEvery);
    sums.at = at + 1;
    if (wasm === undefined) slide(sums, bands, values, lines, end);
    else {
      const first = Math.max(at - (at % refreshEvery), period - 1) + 1 - period;
      if (sums.at === first + period) wasm.load(values.subarray(first, end));
      slideStretch(wasm, first, sums, bands, values, lines, end);
    }
    if (sums.sum - sums.sum !== 0) return false;
  }
  return true;
}

/** As `slide`, in WebAssembly, with the stretch from the bar `first` on; the bars that it leaves are made one by one. */
function slideStretch(
  wasm: WasmBands,
  first: number,
  sums: Sums,
  bands: Bands,
  values: Float64Array,
  lines: BandLines,
  end: number,
): void {
  const { period, deviationsUp, deviationsDown } = bands;
  const [up, down] = [reachOf(deviationsUp, period), reachOf(deviationsDown, period)];
  const shape = { period, anchor: sums.anchor, up, down };
  const { state } = wasm;
  while (sums.at < end) {
    state[0] = sums.sum;
    state[1] = sums.squares;
    state[2] = sums.peak;
    sums.at = first + wasm.run(shape, sums.at - first, end - first, lines, sums.at);
    sums.sum = state[0];
    sums.squares = state[1];
    sums.peak = state[2];
    const left = Math.min(end, sums.at + 2);
    slide(sums, bands, values, lines, left);
    if (sums.at < left) return;
  }
}

/** Bar by bar until `end`, or until cancellation asks for fresh sums. */
function slide(
  sums: Sums,
  { period, deviationsUp, deviationsDown }: Bands,
  values: Float64Array,
  { upper, middle, lower }: BandLines,
  end: number,
): void {
  const share = 1 / period;
  const up = reachOf(deviationsUp, period);
  const down = reachOf(deviationsDown, period);
  const { anchor } = sums;
  let { sum, squares, peak, at } = sums;
  let floor = peak * leastOfPeak;
  for (; at < end; at += 1) {
    const come = values[at]! - anchor;
    const gone = values[at - period]! - anchor;
    const moved = come - gone;
    sum += moved;
    squares += moved * (come + gone);
    if (squares > peak) {
      peak = squares;
      floor = peak * leastOfPeak;
    }
    const offset = sum * share;
    const scatter = squares - sum * offset;
    if (scatter < floor) break;
    const root = Math.sqrt(scatter);
    const mean = anchor + offset;
    upper[at] = mean + root * up;
    middle[at] = mean;
    lower[at] = mean - root * down;
  }
  sums.sum = sum;
  sums.squares = squares;
  sums.peak = peak;
  sums.at = at;
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
  sums.peak = squares;
}
