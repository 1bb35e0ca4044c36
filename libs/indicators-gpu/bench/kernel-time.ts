import type { DeviceInput, DeviceRequest } from '../src/index.ts';
import { launches, record } from '../src/lib/device/backends/accelerator.ts';
import { loadGpuLibrary } from '../src/lib/device/backends/gpu-library.ts';
import { foldKernel, foldOf } from '../src/lib/device/graph/fold.ts';
import { replay } from '../src/lib/device/graph/replay.ts';
import type { KernelOf } from '../src/lib/device/graph/replay.ts';
import { bytesPerSeries, readRequest } from '../src/lib/device/input/job.ts';
import { Market } from '../src/lib/device/input/market.ts';
import { median } from './rounds.ts';

const repeats = 5;
const rounds = 3;

/**
 * Milliseconds of the kernels alone on the graphics card that is open: what a plan that launches them once more costs
 * beyond one that launches them once, when both upload the same and bring back a single number. Larger inputs than fit
 * into a block are timed by one block, and counted as often as they have blocks.
 */
export async function kernelTime(input: DeviceInput, requests: readonly DeviceRequest[]): Promise<number> {
  const library = await loadGpuLibrary();
  if (library === undefined) return NaN;
  const market = new Market(input);
  const jobs = requests.map(readRequest);
  const recording = record(jobs, market.bars);
  const fold = foldOf(market.bars, launches.webgpu);
  const fitting = Math.floor(2 ** 27 / bytesPerSeries(jobs, market.bars));
  const series = Math.max(1, Math.min(market.series, fitting));
  const gpu = new library.GPU({ mode: 'webgpu' });
  const kernels = new Map<string, ReturnType<KernelOf>>();
  const kernelOf: KernelOf = ({ source, rows }) => {
    const key = `${rows} ${source}`;
    const output = [fold.width, rows * fold.count, series];
    const kernel = kernels.get(key) ?? gpu.createKernel(foldKernel(source, fold), { output });
    kernels.set(key, kernel);
    return kernel;
  };
  const one = gpu.createKernel('function (values) { return values[0][0][0]; }', { output: [1] });
  const columns = recording.columns.map((column) => {
    const packed = new Float32Array(column.parts * series * market.bars);
    column.pack(market, { first: 0, series }, packed);
    return library.input(packed, [market.bars, series, column.parts]);
  });
  const timeOf = async (times: number): Promise<number> => {
    const plan = (...handles: readonly unknown[]): readonly unknown[] => {
      let results: unknown[] = [];
      for (let i = 0; i < times; i += 1) results = replay(recording, handles, kernelOf);
      return [one(results.at(-1))];
    };
    Object.defineProperty(plan, 'length', { value: columns.length });
    const pipeline = gpu.createPipeline(plan);
    const taken: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const start = performance.now();
      await pipeline(...columns);
      if (round >= 0) taken.push(performance.now() - start);
    }
    await pipeline.destroy();
    return median(taken);
  };
  const once = await timeOf(1);
  const often = await timeOf(1 + repeats);
  await gpu.destroy();
  return (Math.max(0, often - once) / repeats) * (market.series / series);
}
