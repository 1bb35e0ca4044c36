import { BackendUnavailableError } from '../errors/backend-unavailable-error.ts';
import type { Backend } from './backend.ts';
import { Accelerator } from './backends/accelerator.ts';
import type { Engine } from './backends/engine.ts';
import { loadGpuLibrary } from './backends/gpu-library.ts';
import type { GpuLibrary } from './backends/gpu-library.ts';
import { Processor } from './backends/processor.ts';
import { acquireWebGpu, releaseWebGpu } from './backends/web-gpu.ts';
import type { WebGpu } from './backends/web-gpu.ts';
import { Device } from './device.ts';
import type { Equipment } from './device.ts';

/** How a device is to be made; everything has a default. */
export interface DeviceOptions {
  /** What to compute with. `auto`: a graphics card, else this library's own loops. */
  readonly backend?: 'auto' | Backend;
  /** The largest result to return whole; one gibibyte where nothing is said. */
  readonly maxResultBytes?: number;
  /** Told why, when the card is lost while the device is in use. The computation goes on without it. */
  readonly onFallback?: (reason: string) => void;
}

type Common = Pick<Equipment, 'maxResultBytes' | 'onFallback'>;

const webasmBlockBytes = 2 ** 26;
const webgpuBlockBytes = 2 ** 28;

/**
 * Opens what computes many series and parameters at once. `auto` takes a graphics card if a real one answers (one that a
 * processor plays is taken only when `webgpu` is asked for by name), else plain loops, and `device.fallback` says why.
 * WebAssembly is taken only by name: it was slower than the loops at every size that was measured, and a choice by the
 * clock would give other last bits from one run to the next. gpu.js, and in Node webgpu, are loaded here and nowhere else.
 *
 * @example
 * import { createDevice } from '@org/indicators-gpu';
 * const device = await createDevice({ backend: 'auto' });
 * console.log(device.backend, device.adapter?.name, device.fallback);
 * await device.dispose();
 *
 * @throws BackendUnavailableError when a backend is asked for by name and is not there.
 */
export async function createDevice(options: DeviceOptions = {}): Promise<Device> {
  const { backend = 'auto', maxResultBytes = 2 ** 30, onFallback } = options;
  const common = { maxResultBytes, onFallback };
  if (backend === 'cpu') return processor(common, undefined);
  const library = await loadGpuLibrary();
  if (library === undefined) {
    const reason = 'the package gpu.js is not installed';
    if (backend !== 'auto') throw new BackendUnavailableError(backend, reason);
    return processor(common, `webgpu: ${reason}`);
  }
  if (backend === 'webasm') return webAssembly(library, common);
  const found = await acquireWebGpu(library);
  if (!found.isThere) {
    if (backend === 'webgpu') throw new BackendUnavailableError(backend, found.reason);
    return processor(common, `webgpu: ${found.reason}`);
  }
  if (backend === 'webgpu' || !found.adapter.software) return graphics(library, found, common);
  await releaseWebGpu(library);
  const reason = `webgpu: ${found.adapter.name} is software; it is taken only when webgpu is asked for by name`;
  return processor(common, reason);
}

function processor(common: Common, fallback: string | undefined): Device {
  return new Device({ ...common, engine: new Processor(), adapter: undefined, fallback });
}

function webAssembly(library: GpuLibrary, common: Common): Device {
  const engine = new Accelerator(library, 'webasm', webasmBlockBytes);
  return new Device({ ...common, engine, adapter: undefined, fallback: undefined });
}

function graphics(library: GpuLibrary, found: WebGpu & { readonly isThere: true }, common: Common): Device {
  const { adapter, device } = found;
  const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
  const most = Math.min(webgpuBlockBytes, maxBufferSize / 2, maxStorageBufferBindingSize);
  const accelerator = new Accelerator(library, 'webgpu', most);
  const engine: Engine = {
    backend: 'webgpu',
    blockBytes: most,
    compute: (jobs, market, block) => accelerator.compute(jobs, market, block),
    dispose: async () => {
      await accelerator.dispose();
      await releaseWebGpu(library);
    },
  };
  return new Device({
    ...common,
    engine,
    adapter,
    fallback: undefined,
    lost: device.lost.then(({ reason, message }) => `the graphics card was lost (${message || reason})`),
    replace: () => new Processor(),
  });
}
