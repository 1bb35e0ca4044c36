import { startedOnce } from '../../window/machine.ts';
import type { WasmMemory } from '../../window/machine.ts';
import { refreshEvery } from '../../window/moving-sum.ts';
import { worstFall } from '../../window/moving-total.ts';
import { rollingVwapModule } from './rolling-vwap.wasm.ts';

/** What `wasm/rolling-vwap.wat` exports. */
interface Passes {
  averages(at: number, to: number, period: number, fall: number, third: number): number;
}

/** Where the parts of the memory begin, in bytes, and its size in pages: the same numbers as in the text. */
const places = { pairs: 64, averages: 131_200 };
const pages = 4;

/** How many bars fit in: those between two fresh totals, and a window before them. */
const room = 8192;

const valueBytes = 8;

/**
 * Average prices of a stretch of bars, in WebAssembly. A stretch begins with the window before its first bar; bars are
 * counted from its beginning.
 */
export class WasmAverages {
  /** Money and volume in the window, and then the highest that each has been. */
  readonly state: Float64Array;
  /** Money and volume of each bar, side by side. */
  readonly pairs: Float64Array;
  readonly #averages: Float64Array;
  readonly #passes: Passes;

  constructor(memory: WasmMemory, passes: Passes) {
    this.state = new Float64Array(memory.buffer, 0, 4);
    this.pairs = new Float64Array(memory.buffer, places.pairs, 2 * room);
    this.#averages = new Float64Array(memory.buffer, places.averages, room);
    this.#passes = passes;
  }

  /**
   * Makes the averages of the bars from `at` to before `to`, and puts them into a column at `start`. Tells the bar before
   * which it ended: `to`, or one that needs a fresh total, or at which nothing was traded.
   */
  run(period: number, at: number, to: number, out: Float64Array, start: number): number {
    const [first, last, length] = [at * valueBytes, to * valueBytes, period * valueBytes];
    // As a whole number: engines keep the result of a division as a fraction.
    const end = (this.#passes.averages(first, last, length, worstFall, 1 / 3) / valueBytes) | 0;
    out.set(this.#averages.subarray(at, end), start);
    return end;
  }
}

const averages = startedOnce(
  rollingVwapModule,
  pages,
  (memory, passes: Passes) => new WasmAverages(memory, passes),
);

/**
 * Undefined where the machine has no WebAssembly with vectors, and for windows so long that they would be paired more
 * often than the bars themselves.
 */
export function wasmAverages(period: number): WasmAverages | undefined {
  return period > room - refreshEvery ? undefined : averages();
}
