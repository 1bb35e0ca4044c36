import { BackendUnavailableError } from '../errors/backend-unavailable-error.ts';
import { choice, decimal, resolveOptions } from '../indicator/option.ts';
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
  /** What to compute with. `auto`: a graphics card, else WebAssembly, else this library's own loops. */
  readonly backend?: 'auto' | Backend;
  /** The largest result to return whole; one gibibyte where nothing is said. */
  readonly maxResultBytes?: number;
  /** Told why, when the card is lost or a backend fails while the device is in use. The computation goes on without it. */
  readonly onFallback?: (reason: string) => void;
}

const specs = {
  backend: choice('auto', ['auto', 'webgpu', 'webasm', 'cpu'], 'What to compute with.'),
  maxResultBytes: decimal(2 ** 30, [1, Infinity], 'Bytes of the largest result.'),
};

type Common = Pick<Equipment, 'maxResultBytes' | 'onFallback'>;

const webasmBlockBytes = 2 ** 26;
const webgpuBlockBytes = 2 ** 28;

/**
 * Opens what computes many series and parameters at once. `auto` takes a graphics card if a real one answers (one that a
 * processor plays is taken only when `webgpu` is asked for by name), else WebAssembly, else plain loops, and
 * `device.fallback` says why. It never looks at a clock, so a machine gives the same bits in every run. Few series are
 * computed sooner by plain loops, which know 64 bits besides: ask for `cpu` by name. gpu.js, and in Node webgpu, are
 * loaded here and nowhere else.
 *
 * @example
 * import { createDevice } from '@org/indicators-gpu';
 * const device = await createDevice({ backend: 'auto' });
 * console.log(device.backend, device.adapter?.name, device.fallback);
 * await device.dispose();
 *
 * @throws BackendUnavailableError when a backend is asked for by name and is not there.
 * @throws OptionError
 */
export async function createDevice(options: DeviceOptions = {}): Promise<Device> {
  const { onFallback, ...given } = options;
  const { backend, maxResultBytes } = resolveOptions('device', specs, given);
  const common = { maxResultBytes, onFallback };
  if (backend === 'cpu') return processor(common, undefined);
  const library = await loadGpuLibrary();
  if (library === undefined) {
    const reason = 'the package gpu.js is not installed';
    if (backend !== 'auto') throw new BackendUnavailableError(backend, reason);
    return processor(common, `webgpu and webasm: ${reason}`);
  }
  if (backend === 'webasm') {
    if (library.GPU.isWebAssemblySupported) return webAssembly(library, common, undefined);
    throw new BackendUnavailableError(backend, noWebAssembly);
  }
  const found = await acquireWebGpu(library);
  if (!found.isThere) {
    if (backend === 'webgpu') throw new BackendUnavailableError(backend, found.reason);
    return withoutCard(library, common, `webgpu: ${found.reason}`);
  }
  if (backend === 'webgpu' || !found.adapter.software) return graphics(library, found, common);
  await releaseWebGpu(library);
  const reason = `webgpu: ${found.adapter.name} is software; it is taken only when webgpu is asked for by name`;
  return withoutCard(library, common, reason);
}

const noWebAssembly = 'this machine has no WebAssembly';

/** The next best where no card is used: WebAssembly, else plain loops. */
function withoutCard(library: GpuLibrary, common: Common, fallback: string): Device {
  return library.GPU.isWebAssemblySupported
    ? webAssembly(library, common, fallback)
    : processor(common, `${fallback}; webasm: ${noWebAssembly}`);
}

function processor(common: Common, fallback: string | undefined): Device {
  return new Device({ ...common, engine: new Processor(), adapter: undefined, fallback, next: [] });
}

/** Taken by `auto` it goes on with plain loops when it fails; asked for by name it has nothing to fall back on. */
function webAssembly(library: GpuLibrary, common: Common, fallback: string | undefined): Device {
  const engine = webAssemblyEngine(library);
  const next = fallback === undefined ? [] : [() => new Processor()];
  return new Device({ ...common, engine, adapter: undefined, fallback, next });
}

const webAssemblyEngine = (library: GpuLibrary): Engine =>
  new Accelerator(library, 'webasm', webasmBlockBytes);

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
    next: library.GPU.isWebAssemblySupported
      ? [() => webAssemblyEngine(library), () => new Processor()]
      : [() => new Processor()],
  });
}
