import { keyed } from '../../indicator/keyed.ts';
import { foldKernel, foldOf } from '../graph/fold.ts';
import type { Fold } from '../graph/fold.ts';
import type { Twin } from '../graph/graph.ts';
import { Recording } from '../graph/recording.ts';
import type { Step } from '../graph/recording.ts';
import { replay } from '../graph/replay.ts';
import { fieldOf } from '../input/job.ts';
import type { Job } from '../input/job.ts';
import type { Market } from '../input/market.ts';
import { baseOf } from '../input/packing.ts';
import type { Block } from '../input/packing.ts';
import { twins } from '../twins.ts';
import type { Engine, Outputs } from './engine.ts';
import type { Gpu, GpuLibrary, Kernel, Pipeline } from './gpu-library.ts';
import { computeJob } from './processor.ts';

/** A compiled plan: every launch of some jobs for so many series and bars. */
interface Compiled {
  readonly recording: Recording;
  readonly pipeline: Pipeline;
}

/** Plans that are kept for the next call with the same jobs and size. */
const keptPlans = 4;

/** gpu.js launches 65,535 groups of eight threads in a row, and no more. Longer series are folded. */
export const mostBarsInRow = 65_535 * 8;

/**
 * gpu.js on a graphics card or in WebAssembly. All jobs become one pipeline: columns go up once, what is computed from
 * them stays on the device, and the results come back together. Jobs without a twin are computed by the processor.
 */
export class Accelerator implements Engine {
  readonly backend: 'webgpu' | 'webasm';
  readonly blockBytes: number;
  readonly #mostBars: number;
  readonly #library: GpuLibrary;
  readonly #gpu: Gpu;
  readonly #kernels = new Map<string, Kernel>();
  readonly #plans = new Map<string, Compiled>();

  constructor(
    library: GpuLibrary,
    backend: 'webgpu' | 'webasm',
    blockBytes: number,
    mostBars = mostBarsInRow,
  ) {
    this.#mostBars = mostBars;
    this.backend = backend;
    this.blockBytes = blockBytes;
    this.#library = library;
    this.#gpu = new library.GPU({ mode: backend });
  }

  async compute(jobs: readonly Job[], market: Market, block: Block): Promise<readonly Outputs[]> {
    const own = jobs.filter((job) => twinOf(job) !== undefined);
    const results = new Map<Job, Outputs>();
    if (own.length > 0) {
      const { recording, pipeline } = await this.#planFor(own, market, block);
      const size = (parts: number) => [market.bars, block.series, parts];
      const columns = recording.columns.map((column) =>
        this.#library.input(column.pack(market, block), size(column.parts)),
      );
      const rows = readRows(await pipeline(...columns), recording.outputs.length);
      for (const job of own) results.set(job, emptyOutputs(job, market, block));
      recording.outputs.forEach(({ job: index, name, lines }, at) => {
        const job = own[index]!;
        const bases = basesOf(job, lines, market, block);
        unpack(job, rows[at]!, foldOf(market.bars, this.#mostBars), bases, results.get(job)![name]!);
      });
    }
    return jobs.map((job) => results.get(job) ?? computeJob(job, market, block));
  }

  async dispose(): Promise<void> {
    for (const { pipeline } of this.#plans.values()) await pipeline.destroy();
    this.#plans.clear();
    this.#kernels.clear();
    await this.#gpu.destroy();
  }

  async #planFor(jobs: readonly Job[], market: Market, block: Block): Promise<Compiled> {
    const wanted = jobs.map(({ row, sets, source }) => [row.name, sets, source]);
    const key = JSON.stringify([block.series, market.bars, wanted]);
    const known = this.#plans.get(key);
    this.#plans.delete(key);
    const compiled = known ?? this.#compile(jobs, market, block);
    this.#plans.set(key, compiled);
    for (const [oldest, { pipeline }] of this.#plans) {
      if (this.#plans.size <= keptPlans) break;
      this.#plans.delete(oldest);
      await pipeline.destroy();
    }
    return compiled;
  }

  #compile(jobs: readonly Job[], market: Market, block: Block): Compiled {
    const recording = record(jobs, market.bars);
    const kernelOf = (step: Step) => this.#kernel(step, market.bars, block.series);
    const plan = (...columns: readonly unknown[]): readonly unknown[] => {
      const handles = replay(recording, columns, kernelOf);
      return recording.outputs.map(({ step }) => handles[step]);
    };
    // gpu.js hands in as many columns as the function declares.
    Object.defineProperty(plan, 'length', { value: recording.columns.length });
    return { recording, pipeline: this.#gpu.createPipeline(plan) };
  }

  #kernel({ source, rows }: Step, bars: number, series: number): Kernel {
    const key = `${bars} ${rows} ${series} ${source}`;
    const known = this.#kernels.get(key);
    if (known !== undefined) return known;
    const fold = foldOf(bars, this.#mostBars);
    const output = [fold.width, rows * fold.count, series];
    const kernel = this.#gpu.createKernel(foldKernel(source, fold), { output });
    this.#kernels.set(key, kernel);
    return kernel;
  }
}

/** The indicators that an accelerator computes itself; the processor computes all others for it. */
export const acceleratedIndicators: readonly string[] = [...twins.keys()];

function twinOf({ row, sets }: Job) {
  const twin = twins.get(row.name);
  return twin?.covers === undefined || sets.every((set) => twin.covers?.(set)) ? twin : undefined;
}

/** What the kernels of some jobs do; a job without a twin has none. */
export function record(jobs: readonly Job[], bars: number): Recording {
  const recording = new Recording(bars);
  for (const job of jobs) {
    const twin = twinOf(job);
    if (twin !== undefined) recording.add(job, twin);
  }
  return recording;
}

function emptyOutputs({ row, sets }: Job, market: Market, block: Block): Record<string, Float32Array> {
  return keyed(row.outputs, () => new Float32Array(block.series * sets.length * market.bars));
}

/** What was taken off the prices of each series, to be added to outputs that move with them. */
function basesOf(job: Job, lines: Twin['lines'], market: Market, block: Block): number[] {
  const input = job.row.inputs.find((field) => field !== 'time');
  return Array.from({ length: block.series }, (_, s) =>
    lines === 'level' && input !== undefined ? baseOf(market, fieldOf(job, input), block.first + s) : 0,
  );
}

/** Brings the rows of one output into one column: the base is added, and what is not warm is not a number. */
function unpack(
  { row, sets }: Job,
  rows: Rows,
  { bars, width, count }: Fold,
  bases: readonly number[],
  target: Float32Array,
): void {
  bases.forEach((base, s) => {
    sets.forEach((set, k) => {
      const from = (s * sets.length + k) * bars;
      for (let part = 0; part < count; part += 1) {
        const values = rows[s]![k * count + part]!;
        const first = part * width;
        const end = Math.min(bars, first + width);
        if (base === 0) target.set(values.subarray(0, end - first), from + first);
        else for (let i = first; i < end; i += 1) target[from + i] = base + values[i - first]!;
      }
      target.fill(NaN, from, from + Math.min(bars, row.warmUp(set)));
    });
  });
}

/** One output by series and set. */
type Rows = readonly (readonly Float32Array[])[];

function readRows(value: unknown, count: number): readonly Rows[] {
  if (isRows(value) && value.length === count) return value;
  throw new TypeError('gpu.js answered with something else than the rows of the outputs.');
}

function isRows(value: unknown): value is readonly Rows[] {
  return (
    Array.isArray(value) &&
    value.every((output: unknown) => Array.isArray(output) && output.every((sets) => Array.isArray(sets)))
  );
}
