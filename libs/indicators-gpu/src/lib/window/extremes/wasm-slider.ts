import {
  add,
  assemble,
  constant,
  f64Splat,
  f64x2Pmax,
  f64x2Pmin,
  get,
  i32,
  isLess,
  repeatWhile,
  select,
  set,
  subtract,
  tee,
  v128,
  v128Load64Zero,
  v128Store64Lane,
} from './web-assembly.ts';
import type { Code, WasmFunction } from './web-assembly.ts';

/** Sliding extremes of short stretches, in WebAssembly. */
export interface Slider {
  /** The longest period that it has room for. */
  readonly longest: number;
  /** How many results one stretch may give. */
  readonly length: number;
  /** One result per full window of the stretch; written over by the next call. */
  highest(stretch: Float64Array, period: number): Float64Array;
  lowest(stretch: Float64Array, period: number): Float64Array;
}

/** All in bytes: the values to go through, a period of them, and how far the window starts are moved up. */
type SlideBytes = (count: number, period: number, lead: number) => void;

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** What is used of the machine's WebAssembly, which the language's own library does not declare. */
interface Machine {
  readonly Memory: new (size: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: { readonly highest: SlideBytes; readonly lowest: SlideBytes } };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

declare const WebAssembly: Machine | undefined;

const [count, period, lead] = [0, 1, 2];
const [block, end, at, start, best] = [3, 4, 5, 6, 7];

/** Where the parts of the memory begin, in bytes; the values to go through begin at 0. */
interface Layout {
  readonly pad: number;
  readonly suffix: number;
  readonly out: number;
}

/**
 * Van Herk's way: the values are cut into blocks of one period; a window is the end of one block and the beginning of
 * the next, and the extremes of all ends and beginnings take two passes. So a value costs three comparisons whatever
 * the period, and the processor has an instruction for each that needs no guess. The second pass takes two values at
 * a time; the one that it may take too many belongs to the next block, which writes its result anew.
 */
function slide(
  name: string,
  worst: number,
  better: (a: Code, b: Code) => Code,
  { pad, suffix, out }: Layout,
): WasmFunction {
  const take = (offset: number): Code => tee(best, better(get(best), v128Load64Zero(get(at), offset)));
  const finish = (offset: number): Code =>
    v128Store64Lane(
      get(start),
      out - pad + offset,
      better(take(offset), v128Load64Zero(get(start), suffix - pad + offset)),
    );
  const body = repeatWhile(
    [
      set(end, add(get(block), get(period))),
      set(end, select(get(end), get(count), isLess(get(end), get(count)))),
      set(best, f64Splat(worst)),
      set(at, get(end)),
      repeatWhile(
        [set(at, subtract(get(at), constant(8))), v128Store64Lane(get(at), suffix, take(0))],
        isLess(get(block), get(at)),
      ),
      set(best, f64Splat(worst)),
      set(start, add(get(at), get(lead))),
      repeatWhile(
        [
          finish(0),
          finish(8),
          set(start, add(get(start), constant(16))),
          set(at, add(get(at), constant(16))),
        ],
        isLess(get(at), get(end)),
      ),
      set(block, get(end)),
    ],
    isLess(get(block), get(count)),
  );
  return { name, parameters: 3, locals: [i32, i32, i32, i32, v128], body };
}

const pageBytes = 65_536;

/**
 * A slider for periods up to `longest` and stretches that give up to `length` results, or undefined where the machine
 * has no WebAssembly with vectors.
 *
 * Before the ends of blocks and before the results the memory has room for the windows that are not full yet, which
 * are computed like the others and never read.
 */
export function createSlider(longest: number, length: number): Slider | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const pad = (longest - 1) * 8;
  const size = pad + length * 8;
  const top = { pad, suffix: size + pad, out: 2 * (size + pad) };
  const bottom = { ...top, out: top.out + size + pad };
  const bytes = assemble([
    slide('highest', -Infinity, f64x2Pmax, top),
    slide('lowest', Infinity, f64x2Pmin, bottom),
  ]);
  if (!WebAssembly.validate(bytes)) return undefined;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((bottom.out + size) / pageBytes) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const source = new Float64Array(memory.buffer, 0, longest - 1 + length);
  const highest = new Float64Array(memory.buffer, top.out, length);
  const lowest = new Float64Array(memory.buffer, bottom.out, length);
  const run = (stretch: Float64Array, bars: number, slideBytes: SlideBytes): void => {
    source.set(stretch);
    slideBytes(stretch.length * 8, bars * 8, pad - (bars - 1) * 8);
  };
  return {
    longest,
    length,
    highest: (stretch, bars) => {
      run(stretch, bars, exports.highest);
      return highest;
    },
    lowest: (stretch, bars) => {
      run(stretch, bars, exports.lowest);
      return lowest;
    },
  };
}
