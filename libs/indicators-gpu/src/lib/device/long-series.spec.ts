import { hasGraphicsAdapter } from '../../../bench/graphics-adapter.ts';
import { deviceInput } from '../../../bench/device-input.ts';
import { randomBars } from '../../../bench/series.ts';
import { acceleratedIndicators, createDevice, sma } from '../../index.ts';
import { Accelerator, launches } from './backends/accelerator.ts';
import { loadGpuLibrary } from './backends/gpu-library.ts';
import { foldKernel, foldOf } from './graph/fold.ts';
import { readRequest } from './input/job.ts';
import { Market } from './input/market.ts';

// A graphics card that is played by a busy processor takes its time.
jest.setTimeout(120_000);

describe('a series that is longer than a launch', () => {
  it('is cut into as few rows as will do, all of one width', () => {
    const launch = { mostBars: 100, rowsOfGroup: 1 };
    expect(foldOf(100, launch)).toEqual({ bars: 100, width: 100, count: 1 });
    expect(foldOf(101, launch)).toEqual({ bars: 101, width: 51, count: 2 });
    expect(foldOf(2 ** 24, launches.webasm)).toEqual({ bars: 2 ** 24, width: 508_401, count: 33 });
  });

  it('fills the rows of a group where the bars can be shared out evenly', () => {
    expect(foldOf(1_000_000, launches.webgpu)).toEqual({ bars: 1_000_000, width: 125_000, count: 8 });
    expect(foldOf(1001, launches.webgpu)).toEqual({ bars: 1001, width: 1001, count: 1 });
    expect(foldOf(2 ** 24, launches.webgpu)).toEqual({ bars: 2 ** 24, width: 508_401, count: 33 });
  });

  it('leaves the kernels of a shorter one as they are', () => {
    const source = 'function (values) { return values[0][this.thread.z][this.thread.x]; }';
    expect(foldKernel(source, foldOf(100, { mostBars: 100, rowsOfGroup: 1 }))).toBe(source);
  });

  it.each([
    ['over two rows', 600],
    ['over six rows, of which the last is not full', 170],
    ['over eight rows that fill a group', 125],
  ])('has the same values to the bit %s, by every kernel', async (_how, mostBars) => {
    const library = await loadGpuLibrary();
    if (library === undefined) throw new Error('gpu.js is not installed');
    const market = new Market(deviceInput([randomBars(1000, 5), randomBars(1000, 6)]));
    const block = { first: 0, series: 2 };
    const sets = { period: [5, 30] };
    const jobs = acceleratedIndicators.map((indicator) => {
      const hasPeriod = !['macd', 'obv', 'vwap'].includes(indicator);
      return readRequest(hasPeriod ? { indicator, options: sets } : { indicator });
    });
    const whole = new Accelerator(library, 'webasm', 2 ** 26);
    const folded = new Accelerator(library, 'webasm', 2 ** 26, { mostBars, rowsOfGroup: 1 });
    expect(await folded.compute(jobs, market, block)).toEqual(await whole.compute(jobs, market, block));
    await whole.dispose();
    await folded.dispose();
  });

  const onCard = hasGraphicsAdapter ? it : it.skip;
  onCard('is computed by a graphics card all the same', async () => {
    const bars = launches.webgpu.mostBars + 1001;
    const { close } = randomBars(bars, 7, { step: 0.001 });
    const device = await createDevice({ backend: 'webgpu' });
    const request = { indicator: 'sma', options: { period: [2, 5] } };
    const [result] = await device.compute({ series: 1, bars, close }, [request]);
    expect(device.fallback).toBeUndefined();
    await device.dispose();
    [2, 5].forEach((period, set) => {
      const want = sma(close, { period });
      const largest = want.reduce((most, value) => Math.max(most, value || 0), 0);
      const got = result?.outputs['sma']?.subarray(set * bars, (set + 1) * bars) ?? [];
      const wrong = want.findIndex((value, i) => {
        if (i < period - 1) return !Number.isNaN(got[i]);
        return !(Math.abs((got[i] ?? NaN) - value) < largest * 1e-6);
      });
      expect(wrong).toBe(-1);
    });
  });
});
