/** A kernel: while a pipeline is put together a call answers with a handle of its result. */
export type Kernel = (...values: readonly unknown[]) => unknown;

/** Several launches behind one another; what is between them stays on the device. */
export interface Pipeline {
  (...columns: readonly unknown[]): Promise<unknown>;
  destroy(): Promise<void>;
}

export interface Gpu {
  createKernel(source: string, settings: { readonly output: readonly number[] }): Kernel;
  createPipeline(plan: (...columns: readonly unknown[]) => readonly unknown[]): Pipeline;
  destroy(): Promise<void>;
}

/** What a graphics card says about itself. */
export interface AdapterFacts {
  readonly info: {
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
    readonly isFallbackAdapter?: boolean;
  };
}

/** The part of a WebGPU device that is used here. */
export interface LosableDevice {
  readonly limits: { readonly maxBufferSize: number; readonly maxStorageBufferBindingSize: number };
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>;
}

/** The part of gpu.js that is used here; the package is an optional peer, so its types are not imported. */
export interface GpuLibrary {
  readonly GPU: {
    new (settings: { readonly mode: 'webgpu' | 'webasm' }): Gpu;
    readonly isWebAssemblySupported: boolean;
  };
  readonly WebGPUContext: {
    acquire(): Promise<{ readonly adapter: AdapterFacts; readonly device: LosableDevice }>;
    destroy(): Promise<void>;
  };
  input(values: Float32Array, size: readonly number[]): unknown;
}

/** gpu.js, or undefined where it is not installed. */
export async function loadGpuLibrary(): Promise<GpuLibrary | undefined> {
  // webpack lets a package be missing only where it is imported in a try block; behind a catch() it refuses every page.
  try {
    const library: unknown = await import('gpu.js');
    return isGpuLibrary(library) ? library : undefined;
  } catch {
    return undefined;
  }
}

function isGpuLibrary(value: unknown): value is GpuLibrary {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['GPU', 'WebGPUContext', 'input'].every((name) => name in value)
  );
}
