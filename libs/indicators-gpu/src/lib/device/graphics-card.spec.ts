import { hasGraphicsAdapter } from '../../../bench/graphics-adapter.ts';
import { sma } from '../../index.ts';
import type { Device, DeviceOptions } from '../../index.ts';
import type { GpuLibrary } from './backends/gpu-library.ts';

const close = Float64Array.from({ length: 60 }, (_, i) => 100 + Math.sin(i));
const request = [{ indicator: 'sma', options: { period: 5 } }];
const compute = (device: Device) => device.compute({ series: 1, bars: close.length, close }, request);
const last = sma(close, { period: 5 }).at(-1) ?? NaN;

/** A graphics card that answers to gpu.js, and what is done to it. */
interface PretendedCard {
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>;
  readonly description?: string;
  readonly failure?: string;
  /** Whether WebAssembly fails as well. */
  readonly failsEverywhere?: boolean;
  /** Whether the machine has WebAssembly. */
  readonly hasWebAssembly?: boolean;
}

const limits = { maxBufferSize: 2 ** 30, maxStorageBufferBindingSize: 2 ** 30 };
const never = new Promise<never>(() => undefined);

/** gpu.js with a card that computes in WebAssembly, or fails whenever it is used. */
function pretend({
  lost,
  description = 'Model 1',
  failure,
  failsEverywhere = false,
  hasWebAssembly = true,
}: PretendedCard): { destroyed: number } {
  const calls = { destroyed: 0 };
  const { GPU, input } = jest.requireActual<GpuLibrary>('gpu.js');
  class PretendedGpu extends GPU {
    static override readonly isWebAssemblySupported = hasWebAssembly;
    readonly #fails: boolean;

    constructor({ mode }: { readonly mode: 'webgpu' | 'webasm' }) {
      super({ mode: 'webasm' });
      this.#fails = failure !== undefined && (mode === 'webgpu' || failsEverywhere);
    }

    override createPipeline(plan: Parameters<InstanceType<typeof GPU>['createPipeline']>[0]) {
      const pipeline = super.createPipeline(plan);
      if (!this.#fails) return pipeline;
      return Object.assign(() => Promise.reject(new Error(failure)), { destroy: () => pipeline.destroy() });
    }
  }
  const info = { vendor: 'acme', architecture: '', description };
  const WebGPUContext = {
    acquire: () => Promise.resolve({ adapter: { info }, device: { limits, lost } }),
    destroy: () => {
      calls.destroyed += 1;
      return Promise.resolve();
    },
  };
  jest.doMock('gpu.js', () => ({ GPU: PretendedGpu, input, WebGPUContext }));
  jest.doMock('webgpu', () => ({ create: () => ({}) }));
  return calls;
}

async function createDevice(options?: DeviceOptions): Promise<Device> {
  const { createDevice: create } = await import('./create-device.ts');
  return create(options);
}

afterEach(() => {
  jest.dontMock('gpu.js');
  jest.dontMock('webgpu');
  jest.resetModules();
});

describe('a graphics card', () => {
  it('is taken when a real one answers, and given back at the end', async () => {
    const calls = pretend({ lost: never });
    const device = await createDevice();
    expect([device.backend, device.adapter, device.fallback]).toEqual([
      'webgpu',
      { name: 'acme Model 1', software: false },
      undefined,
    ]);
    const [result] = await compute(device);
    expect(result?.outputs['sma']?.at(-1)).toBeCloseTo(last, 5);
    await device.dispose();
    expect(calls.destroyed).toBe(1);
    expect('gpu' in (globalThis.navigator ?? {})).toBe(false);
  });

  it('is shared by two devices, and given back by the second', async () => {
    const calls = pretend({ lost: never });
    const [one, two] = [await createDevice(), await createDevice()];
    await one.dispose();
    expect(calls.destroyed).toBe(0);
    await two.dispose();
    expect(calls.destroyed).toBe(1);
  });

  it('is left to those who ask for it by name when it is software', async () => {
    pretend({ lost: never, description: 'llvmpipe (LLVM 15)' });
    const device = await createDevice();
    expect(device.backend).toBe('webasm');
    expect(device.fallback).toBe(
      'webgpu: acme llvmpipe (LLVM 15) is software; it is taken only when webgpu is asked for by name',
    );
    const named = await createDevice({ backend: 'webgpu' });
    expect(named.adapter?.software).toBe(true);
    await Promise.all([device.dispose(), named.dispose()]);
  });

  it('is left for WebAssembly when it is lost, and the loss is reported', async () => {
    pretend({ lost: Promise.resolve({ reason: 'unknown', message: 'pulled out' }) });
    const reasons: string[] = [];
    const device = await createDevice({ onFallback: (reason) => void reasons.push(reason) });
    await Promise.resolve();
    const [result] = await compute(device);
    expect(result?.outputs['sma']?.at(-1)).toBeCloseTo(last, 5);
    expect([device.backend, device.adapter, device.fallback]).toEqual([
      'webasm',
      undefined,
      'webgpu: the graphics card was lost (pulled out)',
    ]);
    expect(reasons).toEqual([device.fallback]);
    await device.dispose();
  });

  it('is left when it fails in the middle, and what it was at is computed again', async () => {
    pretend({ lost: never, failure: 'out of memory' });
    const device = await createDevice();
    const [result] = await compute(device);
    expect(result?.outputs['sma']?.at(-1)).toBeCloseTo(last, 5);
    expect([device.backend, device.fallback]).toEqual(['webasm', 'webgpu: out of memory']);
    await device.dispose();
  });

  it('is left once: that it is lost when it is given back changes nothing more', async () => {
    let lose = (_facts: { reason: string; message: string }): void => undefined;
    const lost = new Promise<{ reason: string; message: string }>((resolve) => (lose = resolve));
    pretend({ lost, failure: 'out of memory' });
    const device = await createDevice();
    await compute(device);
    lose({ reason: 'destroyed', message: '' });
    await lost;
    await compute(device);
    expect([device.backend, device.fallback]).toEqual(['webasm', 'webgpu: out of memory']);
    await device.dispose();
  });

  it('is left for plain loops where WebAssembly fails as well, and both reasons are told', async () => {
    pretend({ lost: never, failure: 'out of memory', failsEverywhere: true });
    const reasons: string[] = [];
    const device = await createDevice({ onFallback: (reason) => void reasons.push(reason) });
    const [result] = await compute(device);
    expect(result?.outputs['sma']?.at(-1)).toBe(Math.fround(last));
    expect(reasons).toEqual(['webgpu: out of memory', 'webasm: out of memory']);
    expect([device.backend, device.fallback]).toEqual([
      'cpu',
      'webgpu: out of memory; webasm: out of memory',
    ]);
    await device.dispose();
  });

  it('is left for plain loops where the machine has no WebAssembly', async () => {
    pretend({ lost: never, failure: 'out of memory', hasWebAssembly: false });
    const device = await createDevice();
    await compute(device);
    expect([device.backend, device.fallback]).toEqual(['cpu', 'webgpu: out of memory']);
    await device.dispose();
  });

  it('is said to be missing when none answers, or when Node has no WebGPU', async () => {
    pretend({ lost: never });
    jest.doMock('webgpu', () => ({}));
    const missing = 'the package webgpu is not installed, or does not run here';
    expect((await createDevice()).fallback).toBe(`webgpu: ${missing}`);
    await expect(createDevice({ backend: 'webgpu' })).rejects.toThrow(missing);
    jest.resetModules();
    jest.dontMock('gpu.js');
    jest.doMock('webgpu', () => ({ create: () => ({ requestAdapter: () => Promise.resolve(null) }) }));
    const device = await createDevice();
    expect([device.backend, device.fallback]).toEqual(['webasm', 'webgpu: no graphics adapter answered']);
    await device.dispose();
  });
});

describe('WebAssembly', () => {
  it('is what comes after the card: fails it too, plain loops compute the same request', async () => {
    pretend({ lost: never, description: 'llvmpipe', failure: 'no memory', failsEverywhere: true });
    const device = await createDevice();
    expect(device.backend).toBe('webasm');
    const software = 'webgpu: acme llvmpipe is software; it is taken only when webgpu is asked for by name';
    const [result] = await compute(device);
    expect(result?.outputs['sma']?.at(-1)).toBe(Math.fround(last));
    expect([device.backend, device.fallback]).toEqual(['cpu', `${software}; webasm: no memory`]);
    await device.dispose();
  });

  it('asked for by name has nothing to fall back on: what it failed with is thrown', async () => {
    pretend({ lost: never, failure: 'no memory', failsEverywhere: true });
    const device = await createDevice({ backend: 'webasm' });
    await expect(compute(device)).rejects.toThrow('no memory');
    expect([device.backend, device.fallback]).toEqual(['webasm', undefined]);
    await device.dispose();
  });

  it('is said to be missing where the machine has none', async () => {
    pretend({ lost: never, description: 'llvmpipe', hasWebAssembly: false });
    const device = await createDevice();
    expect(device.backend).toBe('cpu');
    expect(device.fallback).toMatch(
      /^webgpu: acme llvmpipe is software.*; webasm: this machine has no WebAssembly$/,
    );
    await expect(createDevice({ backend: 'webasm' })).rejects.toThrow('this machine has no WebAssembly');
    await device.dispose();
  });
});

(hasGraphicsAdapter ? describe : describe.skip)('the WebGPU device of gpu.js', () => {
  it('is left for WebAssembly when it is destroyed under way', async () => {
    const device = await createDevice({ backend: 'webgpu' });
    const [before] = await compute(device);
    expect(device.backend).toBe('webgpu');
    const { WebGPUContext } = jest.requireActual<GpuLibrary>('gpu.js');
    await WebGPUContext.destroy();
    const [after] = await compute(device);
    expect(device.backend).toBe('webasm');
    expect(device.fallback).toMatch(/^webgpu: /);
    expect(after?.outputs['sma']?.at(-1)).toBeCloseTo(before?.outputs['sma']?.at(-1) ?? NaN, 5);
    await device.dispose();
  });

  it('keeps what it has compiled for the next call, and forgets the oldest', async () => {
    const device = await createDevice({ backend: 'webgpu' });
    for (const period of [2, 3, 4, 5, 6, 2]) {
      const columns = { series: 1, bars: close.length, close };
      const [result] = await device.compute(columns, [{ indicator: 'ema', options: { period } }]);
      expect(result?.parameterSets).toEqual([{ period }]);
    }
    expect(device.backend).toBe('webgpu');
    await device.dispose();
  });
});
