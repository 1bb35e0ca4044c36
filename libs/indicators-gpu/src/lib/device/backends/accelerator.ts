import { foldKernel, foldOf } from '../graph/fold.ts';
import type { Launch } from '../graph/fold.ts';
import { Recording } from '../graph/recording.ts';
import type { Step } from '../graph/recording.ts';
import { replay } from '../graph/replay.ts';
import type { Job } from '../input/job.ts';
import type { Market } from '../input/market.ts';
import type { Block } from '../input/packing.ts';
import { twins } from '../twins.ts';
import type { Engine, Outputs } from './engine.ts';
import type { Gpu, GpuLibrary, Kernel, Pipeline } from './gpu-library.ts';
import { computeJob } from './processor.ts';
import { readRows, unpack } from './unpacking.ts';

/**
 * A compiled plan: every launch of some jobs for so many series and bars. It keeps the memory that its columns are packed
 * into, since new memory costs more than what is done with it.
 */
interface Compiled {
  readonly recording: Recording;
  readonly packed: readonly Float32Array[];
  readonly pipeline: Pipeline;
}

/** Plans that are kept for the next call with the same jobs and size. */
const keptPlans = 4;

/**
 * How gpu.js launches on each backend: 65,535 groups of eight threads in a row, and no more. On a card a group is eight
 * rows high as well, and threads of rows that are not there stand idle.
 */
export const launches: Readonly<Record<'webgpu' | 'webasm', Launch>> = {
  webgpu: { mostBars: 65_535 * 8, rowsOfGroup: 8 },
  webasm: { mostBars: 65_535 * 8, rowsOfGroup: 1 },
};

/**
 * gpu.js on a graphics card or in WebAssembly. All jobs become one pipeline: columns go up once, what is computed from
 * them stays on the device, and the results come back together. Jobs without a twin are computed by the processor.
 */
export class Accelerator implements Engine {
  readonly backend: 'webgpu' | 'webasm';
  readonly blockBytes: number;
  readonly #launch: Launch;
  readonly #library: GpuLibrary;
  readonly #gpu: Gpu;
  readonly #kernels = new Map<string, Kernel>();
  readonly #plans = new Map<string, Compiled>();

  constructor(
    library: GpuLibrary,
    backend: 'webgpu' | 'webasm',
    blockBytes: number,
    launch = launches[backend],
  ) {
    this.#launch = launch;
    this.backend = backend;
    this.blockBytes = blockBytes;
    this.#library = library;
    this.#gpu = new library.GPU({ mode: backend });
  }

  async compute(jobs: readonly Job[], market: Market, block: Block): Promise<readonly Outputs[]> {
    const own = jobs.filter((job) => twinOf(job) !== undefined);
    const results = new Map<Job, Record<string, Float32Array>>();
    if (own.length > 0) {
      const { recording, packed, pipeline } = await this.#planFor(own, market, block);
      const columns = recording.columns.map((column, at) => {
        column.pack(market, block, packed[at]!);
        return this.#library.input(packed[at]!, [market.bars, block.series, column.parts]);
      });
      const rows = readRows(await pipeline(...columns), recording.outputs.length);
      const fold = foldOf(market.bars, this.#launch);
      for (const job of own) results.set(job, {});
      recording.outputs.forEach((output, at) => {
        const job = own[output.job]!;
        results.get(job)![output.name] = unpack(job, output, rows[at]!, fold, market, block);
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
    const size = block.series * market.bars;
    const packed = recording.columns.map(({ parts }) => new Float32Array(parts * size));
    return { recording, packed, pipeline: this.#gpu.createPipeline(plan) };
  }

  #kernel({ source, rows }: Step, bars: number, series: number): Kernel {
    const key = `${bars} ${rows} ${series} ${source}`;
    const known = this.#kernels.get(key);
    if (known !== undefined) return known;
    const fold = foldOf(bars, this.#launch);
    const output = [fold.width, rows * fold.count, series];
    const kernel = this.#gpu.createKernel(foldKernel(source, fold), { output });
    this.#kernels.set(key, kernel);
    return kernel;
  }
}

/** The indicators that an accelerator computes itself; the processor computes all others for it. */
export const acceleratedIndicators: readonly string[] = /* @__PURE__ */ Array.from(
  /* @__PURE__ */ twins.keys(),
);

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
