import { startedOnce } from '../../window/machine.ts';
import type { WasmMemory } from '../../window/machine.ts';
import { refreshEvery } from '../../window/moving-sum.ts';
import { leastOfPeak } from '../../window/moving-variance.ts';
import { bbandsModule } from './bbands.wasm.ts';

/** What `wasm/bbands.wat` exports. */
interface Passes {
  bands(
    at: number,
    to: number,
    period: number,
    anchor: number,
    share: number,
    up: number,
    down: number,
    least: number,
  ): number;
}

/** Where the parts of the memory begin, in bytes, and its size in pages: the same numbers as in the text. */
const places = { values: 64, upper: 66_688, middle: 133_312, lower: 199_936 };
const pages = 5;

/** How many bars fit in: those between two fresh sums, and a window before them. */
const room = 8192;

const valueBytes = 8;

/** Where bands are written. */
export interface BandLines {
  readonly upper: Float64Array;
  readonly middle: Float64Array;
  readonly lower: Float64Array;
}

/** What sets the bands of a stretch, beside its sums. */
export interface BandShape {
  readonly period: number;
  readonly anchor: number;
  /** How far the bands are from the middle, for each unit of the root of the scatter. */
  readonly up: number;
  readonly down: number;
}

/**
 * Bands of a stretch of bars, in WebAssembly. A stretch begins with the window before its first bar; bars are counted from
 * its beginning.
 */
export class WasmBands {
  /** The sum of the distances from the anchor, that of their squares, and the highest that this has been. */
  readonly state: Float64Array;
  readonly #values: Float64Array;
  readonly #lines: BandLines;
  readonly #passes: Passes;

  constructor(memory: WasmMemory, passes: Passes) {
    const part = (place: number): Float64Array => new Float64Array(memory.buffer, place, room);
    this.state = new Float64Array(memory.buffer, 0, 3);
    this.#values = part(places.values);
    this.#lines = { upper: part(places.upper), middle: part(places.middle), lower: part(places.lower) };
    this.#passes = passes;
  }

  load(stretch: Float64Array): void {
    this.#values.set(stretch);
  }

  /**
   * Makes the bands of the bars from `at` to before `to`, and puts them into columns at `start`. Tells the bar before which
   * it ended: `to`, the last before it, or one of a pair that may need fresh sums.
   */
  run(shape: BandShape, at: number, to: number, lines: BandLines, start: number): number {
    const { period, anchor, up, down } = shape;
    const [first, last, length] = [at * valueBytes, to * valueBytes, period * valueBytes];
    const end = this.#passes.bands(first, last, length, anchor, 1 / period, up, down, leastOfPeak);
    // As a whole number: engines keep the result of a division as a fraction.
    const bar = (end / valueBytes) | 0;
    lines.upper.set(this.#lines.upper.subarray(at, bar), start);
    lines.middle.set(this.#lines.middle.subarray(at, bar), start);
    lines.lower.set(this.#lines.lower.subarray(at, bar), start);
    return bar;
  }
}

const bands = startedOnce(bbandsModule, pages, (memory, passes: Passes) => new WasmBands(memory, passes));

/**
 * Undefined where the machine has no WebAssembly with vectors, and for windows so long that they would be copied more
 * often than the bars themselves.
 */
export function wasmBands(period: number): WasmBands | undefined {
  return period > room - refreshEvery ? undefined : bands();
}
