import { randomBars } from '../../../bench/series.ts';
import { deviceInput } from '../../../bench/device-input.ts';
import { BackendUnavailableError, createDevice, grid, indicators, rsi, sma, stoch } from '../../index.ts';
import type { DeviceChunk, DeviceOptions } from '../../index.ts';

const bars = 120;
const markets = [1, 2, 3, 4, 5].map((seed) => randomBars(bars, seed));
const input = deviceInput(markets);
const rounded = (column: Float64Array) => Float32Array.from(column);

describe('a device', () => {
  it('answers in the order of the requests, series by series and set by set', async () => {
    const device = await createDevice({ backend: 'cpu' });
    const [averages, strength] = await device.compute(input, [
      { indicator: 'sma', options: { period: [5, 10, 20] } },
      { indicator: 'rsi' },
    ]);
    expect(averages?.indicator).toBe('sma');
    expect(averages?.parameterSets).toEqual([{ period: 5 }, { period: 10 }, { period: 20 }]);
    expect(averages?.outputs['sma']).toHaveLength(5 * 3 * bars);
    markets.forEach((market, s) => {
      [5, 10, 20].forEach((period, k) => {
        const from = (s * 3 + k) * bars;
        const got = averages?.outputs['sma']?.subarray(from, from + bars);
        expect(got).toEqual(rounded(sma(market, { period })));
      });
      expect(strength?.outputs['rsi']?.subarray(s * bars, (s + 1) * bars)).toEqual(rounded(rsi(market)));
    });
    await device.dispose();
  });

  it('reads another field where a source is named', async () => {
    const device = await createDevice({ backend: 'cpu' });
    const [result] = await device.compute(input, [{ indicator: 'sma', source: 'volume' }]);
    const [market] = markets;
    expect(result?.outputs['sma']?.subarray(0, bars)).toEqual(rounded(sma(market?.volume ?? [])));
    const refused = device.compute(input, [{ indicator: 'atr', source: 'volume' }]);
    await expect(refused).rejects.toThrow('a source for an indicator that reads several columns');
  });

  it('answers plain arrays and grids alike', async () => {
    const device = await createDevice({ backend: 'cpu' });
    const close = Array.from({ length: 30 }, (_, i) => 100 + Math.sin(i));
    const options = grid({ fast: [3, 5], slow: [4, 10], signal: 2 });
    const [result] = await device.compute({ series: 1, bars: 30, close }, [{ indicator: 'macd', options }]);
    expect(result?.parameterSets).toEqual([
      { fast: 3, slow: 4, signal: 2 },
      { fast: 3, slow: 10, signal: 2 },
      { fast: 5, slow: 10, signal: 2 },
    ]);
    expect(Object.keys(result?.outputs ?? {})).toEqual(['macd', 'signal', 'histogram']);
  });

  it('hands over pieces that together are the whole', async () => {
    const requests = [{ indicator: 'stoch', options: { period: [5, 14] } }, { indicator: 'obv' }];
    const device = await createDevice({ backend: 'cpu' });
    const whole = await device.compute(input, requests);
    const bytesOfOneSeries = (2 * 2 + 1) * bars * 4;
    const narrow = await createDevice({ backend: 'cpu', maxResultBytes: 2 * bytesOfOneSeries });
    const chunks: DeviceChunk[] = [];
    await narrow.compute(input, requests, { onChunk: (chunk) => void chunks.push(chunk) });
    expect(chunks.map(({ request, firstSeries, series }) => [request, firstSeries, series])).toEqual([
      ...[
        [0, 0, 2],
        [1, 0, 2],
        [0, 2, 2],
        [1, 2, 2],
        [0, 4, 1],
        [1, 4, 1],
      ],
    ]);
    whole.forEach((result, request) => {
      for (const [name, values] of Object.entries(result.outputs)) {
        const pieces = chunks.filter((chunk) => chunk.request === request);
        const joined = pieces.flatMap((chunk) => Array.from(chunk.outputs[name] ?? []));
        expect(Float32Array.from(joined)).toEqual(values);
      }
    });
  });

  it('waits for whoever takes the pieces before it computes the next', async () => {
    const device = await createDevice({ backend: 'cpu', maxResultBytes: bars * 4 });
    const story: string[] = [];
    const onChunk = async ({ firstSeries }: DeviceChunk) => {
      story.push(`takes ${firstSeries}`);
      await Promise.resolve();
      story.push(`has taken ${firstSeries}`);
    };
    await device.compute(
      { ...input, series: 2, close: input.close?.slice(0, 2 * bars) ?? [] },
      [{ indicator: 'sma' }],
      {
        onChunk,
      },
    );
    expect(story).toEqual(['takes 0', 'has taken 0', 'takes 1', 'has taken 1']);
  });

  it('refuses a whole that is too large, and a series that is', async () => {
    const device = await createDevice({ backend: 'cpu', maxResultBytes: 2 * bars * 4 });
    const whole = device.compute(input, [{ indicator: 'sma' }]);
    await expect(whole).rejects.toMatchObject({
      code: 'RESULT_TOO_LARGE',
      message:
        'device: got results of 2400 bytes; allowed is at most 960 bytes at once. Take it in pieces: give onChunk.',
    });
    const options = { period: [5, 10, 20] };
    const piece = device.compute(input, [{ indicator: 'sma', options }], { onChunk: () => undefined });
    await expect(piece).rejects.toThrow('Ask for fewer sets of parameters at a time.');
  });

  it('goes on after a refused request', async () => {
    const device = await createDevice({ backend: 'cpu' });
    await expect(device.compute(input, [{ indicator: 'smma' }])).rejects.toThrow('smma');
    expect(await device.compute(input, [])).toEqual([]);
  });

  it('lets whoever takes a piece ask for more, and end it', async () => {
    const device = await createDevice({ backend: 'cpu', maxResultBytes: 5 * bars * 4 });
    const sums: number[] = [];
    const onChunk = async () => {
      const [inner] = await device.compute(input, [{ indicator: 'obv' }]);
      sums.push(inner?.outputs['obv']?.length ?? 0);
      await device.dispose();
    };
    const requests = [{ indicator: 'stoch' }];
    await expect(device.compute(input, requests, { onChunk })).rejects.toMatchObject({
      code: 'DEVICE_DISPOSED',
    });
    expect(sums).toEqual([5 * bars]);
  });

  it('hands on what the taker of a piece throws, and goes on with the next computation', async () => {
    const device = await createDevice({ backend: 'cpu', maxResultBytes: 5 * bars * 4 });
    const onChunk = () => {
      throw new Error('no room');
    };
    const refused = device.compute(input, [{ indicator: 'sma' }], { onChunk });
    const [after] = await device.compute(input, [{ indicator: 'sma' }]);
    await expect(refused).rejects.toThrow('no room');
    expect(after?.outputs['sma']).toHaveLength(5 * bars);
  });

  it('ends once, whoever asks for it', async () => {
    const device = await createDevice({ backend: 'cpu' });
    const first = device.dispose();
    expect(device.dispose()).toBe(first);
    await first;
  });

  it('computes nothing after its end', async () => {
    const device = await createDevice({ backend: 'cpu' });
    await device.dispose();
    await device.dispose();
    await expect(device.compute(input, [{ indicator: 'sma' }])).rejects.toMatchObject({
      code: 'DEVICE_DISPOSED',
    });
  });
});

describe('the options of a device', () => {
  it('are refused where they are none of its own, or out of range', async () => {
    const create = (options: string) => {
      const given: DeviceOptions = JSON.parse(options);
      return createDevice(given);
    };
    await expect(create('{ "backend": "gpu" }')).rejects.toThrow(
      'device: option backend: got "gpu"; allowed is auto, webgpu, webasm, cpu.',
    );
    await expect(createDevice({ maxResultBytes: NaN })).rejects.toThrow(
      'device: option maxResultBytes: got NaN; allowed is a number from 1 to Infinity.',
    );
    await expect(create('{ "maxBytes": 5 }')).rejects.toThrow('device: option maxBytes: got an unknown name');
  });
});

describe('the input of a device', () => {
  const compute = async (columns: Parameters<Awaited<ReturnType<typeof createDevice>>['compute']>[0]) => {
    const device = await createDevice({ backend: 'cpu' });
    return device.compute(columns, [{ indicator: 'sma', options: { period: 2 } }]);
  };

  it('has as many values as its series and bars say', async () => {
    await expect(compute({ series: 2, bars: 3, close: [1, 2, 3] })).rejects.toThrow(
      'device: column close: got 3 values; allowed is 6: 2 series of 3 bars.',
    );
    await expect(compute({ series: 0, bars: 3, close: [] })).rejects.toThrow('device: column series: got 0');
    await expect(compute({ series: 1, bars: 1.5, close: [1] })).rejects.toThrow(
      'device: column bars: got 1.5',
    );
    await expect(compute({ series: 1, bars: 2 ** 24 + 1, close: [1] })).rejects.toThrow('from 1 to 16777216');
  });

  it('has no holes and no missing columns', async () => {
    await expect(compute({ series: 2, bars: 2, close: [1, 2, 3, NaN] })).rejects.toThrow(
      'got NaN in series 1 at bar 1; allowed is finite numbers.',
    );
    await expect(compute({ series: 1, bars: 2 })).rejects.toThrow('device: column close: got nothing');
  });

  it('may be shorter than the warm-up', async () => {
    const [result] = await compute({ series: 1, bars: 1, close: [7] });
    expect(result?.outputs['sma']).toEqual(Float32Array.of(NaN));
  });
});

describe('indicators without a kernel', () => {
  it('are computed by the processor, beside those that have one', async () => {
    const device = await createDevice({ backend: 'webasm' });
    const options = { smoothType: 'ema' };
    const [first, second, third] = await device.compute(input, [
      { indicator: 'wma' },
      { indicator: 'sma' },
      { indicator: 'stoch', options },
    ]);
    const [market] = markets;
    const bare = market ?? randomBars(bars, 1);
    const want = rounded(indicators.get('wma').run(bare)['wma'] ?? new Float64Array());
    expect(first?.outputs['wma']?.subarray(0, bars)).toEqual(want);
    expect(second?.outputs['sma']?.at(-1)).toBeCloseTo(sma(markets[4]?.close ?? []).at(-1) ?? NaN, 4);
    expect(third?.outputs['k']?.subarray(0, bars)).toEqual(rounded(stoch(bare, { smoothType: 'ema' }).k));
    await device.dispose();
  });
});

describe('the tolerance of a row', () => {
  it('holds for every indicator, with a kernel or without', async () => {
    const device = await createDevice({ backend: 'cpu' });
    const market = randomBars(300, 8);
    const columns = { ...deviceInput([market]), benchmark: market.benchmark };
    const requests = Array.from(indicators, ({ name }) => ({ indicator: name }));
    for (const { indicator, outputs } of await device.compute(columns, requests)) {
      const row = indicators.get(indicator);
      const wrong = Object.entries(row.run(market)).filter(([name, want]) => {
        const most = want.reduce((largest, value) => Math.max(largest, Math.abs(value) || 0), 0);
        const isNear = (value: number, i: number) =>
          Object.is(outputs[name]?.[i], value) ||
          Math.abs((outputs[name]?.[i] ?? NaN) - value) <= most * row.gpuTolerance;
        return !want.every(isNear);
      });
      expect([indicator, wrong]).toEqual([indicator, []]);
    }
    await device.dispose();
  });
});

describe('a backend that is not named', () => {
  it('is kept when an input is refused', async () => {
    jest.doMock('webgpu', () => ({}));
    const { createDevice: create } = await import('./create-device.ts');
    const reasons: string[] = [];
    const device = await create({ onFallback: (reason) => reasons.push(reason) });
    const { close = [] } = input;
    const bare = { series: 5, bars, close };
    await expect(device.compute(bare, [{ indicator: 'atr' }])).rejects.toThrow('column high: got nothing');
    expect([device.backend, reasons]).toEqual(['webasm', []]);
    await device.dispose();
    jest.dontMock('webgpu');
  });

  it('is WebAssembly where there is no real card, in every run, and the reason is told', async () => {
    jest.doMock('webgpu', () => ({}));
    const { createDevice: create } = await import('./create-device.ts');
    const requests = [{ indicator: 'sma' }, { indicator: 'macd' }];
    const answers = [];
    for (let run = 0; run < 2; run += 1) {
      const device = await create();
      expect([device.backend, device.adapter, device.fallback]).toEqual([
        'webasm',
        undefined,
        'webgpu: the package webgpu is not installed, or does not run here',
      ]);
      answers.push(await device.compute(input, requests));
      await device.dispose();
    }
    expect(answers[1]).toEqual(answers[0]);
    jest.dontMock('webgpu');
  });
});

describe('a backend that is asked for by name', () => {
  it('is an error when gpu.js is not there', async () => {
    jest.doMock('gpu.js', () => {
      throw new Error('not installed');
    });
    await expect(createDevice({ backend: 'webasm' })).rejects.toThrow(BackendUnavailableError);
    const device = await createDevice();
    expect(device.backend).toBe('cpu');
    expect(device.adapter).toBeUndefined();
    expect(device.fallback).toBe('webgpu and webasm: the package gpu.js is not installed');
    jest.dontMock('gpu.js');
    jest.resetModules();
  });
});
