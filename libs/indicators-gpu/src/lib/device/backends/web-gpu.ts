import type { Adapter } from '../backend.ts';
import type { AdapterFacts, GpuLibrary, LosableDevice } from './gpu-library.ts';

/** A graphics card at hand, or why there is none. */
export type WebGpu =
  | { readonly isThere: true; readonly adapter: Adapter; readonly device: LosableDevice }
  | { readonly isThere: false; readonly reason: string };

/** How many devices use the one WebGPU device that gpu.js shares between them. */
let users = 0;
let broughtAlong: (() => void) | undefined;

/** Kept for good: what it made is freed in the background, and the process dies when it is collected before that. */
let instance: object | undefined;

/** Native code: bundlers, which follow written names alone, cannot put it into a page, and leave it for Node to find. */
const forNode: string = 'webgpu';

/** Looks for a graphics card. What is found must be given back with `releaseWebGpu`. */
export async function acquireWebGpu(library: GpuLibrary): Promise<WebGpu> {
  const missing = await provideWebGpu();
  if (missing !== undefined) return { isThere: false, reason: missing };
  users += 1;
  try {
    const { adapter, device } = await library.WebGPUContext.acquire();
    return { isThere: true, adapter: describe(adapter.info), device };
  } catch {
    await releaseWebGpu(library);
    return { isThere: false, reason: 'no graphics adapter answered' };
  }
}

/** Ends one use of the graphics card, and with the last one the card's device. */
export async function releaseWebGpu(library: GpuLibrary): Promise<void> {
  users -= 1;
  if (users > 0) return;
  await library.WebGPUContext.destroy();
  broughtAlong?.();
  broughtAlong = undefined;
}

/** A browser has WebGPU; Node gets it from the package `webgpu`, put where gpu.js looks for it. Says what is missing. */
async function provideWebGpu(): Promise<string | undefined> {
  const known: unknown = Reflect.get(globalThis, 'navigator');
  const navigator = isObject(known) ? known : undefined;
  if (navigator !== undefined && 'gpu' in navigator) return undefined;
  const loaded: unknown = await import(/* webpackIgnore: true */ /* @vite-ignore */ forNode).catch(
    () => undefined,
  );
  if (!isWebGpuPackage(loaded)) return 'the package webgpu is not installed, or does not run here';
  instance ??= loaded.create([]);
  const holder = navigator ?? {};
  Object.defineProperty(holder, 'gpu', { value: instance, configurable: true });
  if (navigator === undefined) {
    Object.defineProperty(globalThis, 'navigator', { value: holder, configurable: true });
  }
  broughtAlong = () => {
    Reflect.deleteProperty(holder, 'gpu');
    if (navigator === undefined) Reflect.deleteProperty(globalThis, 'navigator');
  };
  return undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

interface WebGpuPackage {
  create(flags: readonly string[]): object;
}

function isWebGpuPackage(value: unknown): value is WebGpuPackage {
  return isObject(value) && 'create' in value && typeof value.create === 'function';
}

/** Drivers that compute on the processor do not all say so. */
const software = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

function describe(info: AdapterFacts['info']): Adapter {
  const words = [info.vendor, info.architecture, info.description].filter((word) => word !== '');
  const name = words.join(' ') || 'a graphics card without a name';
  return { name, software: info.isFallbackAdapter === true || software.test(name) };
}
