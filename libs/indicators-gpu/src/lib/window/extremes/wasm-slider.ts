import { sumOfNothing } from '../finite.ts';
import { startedOnce } from '../machine.ts';
import type { WasmMemory } from '../machine.ts';
import { slidingExtremesModule } from './sliding-extremes.wasm.ts';

/** Bytes of the windows, and of the period; or of the windows, and where the results begin. */
type Pass = (windows: number, second: number) => number;

/** What `wasm/sliding-extremes.wat` exports. */
interface Passes {
  readonly highest: Pass;
  readonly lowest: Pass;
  readonly positions: Pass;
  readonly depths: Pass;
}

/** Where the parts of the memory begin, in bytes, and its size in pages: the same numbers as in the text. */
const places = { tops: 4_196_480, bottoms: 6_294_720, positions: 8_392_960 };
const pages = 161;

/** How many values fit into each part. */
const room = 262_144;

const valueBytes = 8;

/**
 * Sliding extremes of stretches, in WebAssembly: windows that end with the bars from `from` to before `to`. Every call
 * writes its results over those of the last one, and returns zero if all values that it looked at are finite, else NaN.
 */
export class Slider {
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
  readonly positions: Float64Array;
  readonly #values: Float64Array;
  readonly #passes: Passes;

  constructor(memory: WasmMemory, passes: Passes) {
    const part = (place: number): Float64Array => new Float64Array(memory.buffer, place, room);
    this.#values = part(0);
    this.tops = part(places.tops);
    this.bottoms = part(places.bottoms);
    this.positions = part(places.positions);
    this.#passes = passes;
  }

  /** Looks at as many values as there are windows, from the first value of the first window on. */
  highest(column: Float64Array, from: number, to: number, period: number): number {
    if (period === 1) return copyBars(column, from, to, this.tops);
    this.#load(column, from - period + 1, to);
    return this.#passes.highest((to - from) * valueBytes, period * valueBytes);
  }

  lowest(column: Float64Array, from: number, to: number, period: number): number {
    if (period === 1) return copyBars(column, from, to, this.bottoms);
    this.#load(column, from - period + 1, to);
    return this.#passes.lowest((to - from) * valueBytes, period * valueBytes);
  }

  /** Where the values stand between the bottoms and the tops, 0 to 100; written from `start` on. */
  position(column: Float64Array, from: number, to: number, start = 0): number {
    this.#load(column, from, to);
    return this.#passes.positions((to - from) * valueBytes, start * valueBytes);
  }

  /** How far the values are below the tops, 0 to -100 at the bottoms; written where the positions are. */
  depth(column: Float64Array, from: number, to: number): number {
    this.#load(column, from, to);
    return this.#passes.depths((to - from) * valueBytes, 0);
  }

  /** The values and two more, which are read for nothing. */
  #load(column: Float64Array, from: number, to: number): void {
    const length = to - from;
    const last = column[to - 1]!;
    this.#values.set(column.subarray(from, to));
    this.#values[length] = last;
    this.#values[length + 1] = last;
  }
}

function copyBars(column: Float64Array, from: number, to: number, target: Float64Array): number {
  for (let i = from; i < to; i += 1) target[i - from] = column[i]! + 0;
  return sumOfNothing(column.subarray(from, to));
}

/** The slider, or undefined where the machine has no WebAssembly with vectors. */
export const wasmSlider = startedOnce(
  slidingExtremesModule,
  pages,
  (memory, passes: Passes) => new Slider(memory, passes),
);
