import { hasGraphicsAdapter } from '../../../bench/graphics-adapter.ts';
import { deviceInput } from '../../../bench/device-input.ts';
import { hasRecordedData, readBars } from '../../../bench/recorded-data.ts';
import { barsOf, randomBars } from '../../../bench/series.ts';
import { acceleratedIndicators, createDevice, indicators } from '../../index.ts';
import type { Device, DeviceRequest, DeviceResult, LooseColumns } from '../../index.ts';

// A graphics card that is played by a busy processor takes its time.
jest.setTimeout(120_000);

/** What each kernel is tried with, from the shortest window that it takes to one of 200 bars. */
const options: Readonly<Record<string, DeviceRequest['options']>> = {
  macd: { fast: [1, 12, 50], slow: [2, 26, 200], signal: [2, 9, 30] },
  stoch: { period: [1, 14, 200], smooth: [1, 3, 10], signal: [1, 3, 5] },
  bbands: { period: [1, 20, 200], deviationsUp: [1, 2, 3], deviationsDown: [2.5, 2, 1] },
  vwap: { session: ['day', 'week', 'month', 'all'] },
  obv: {},
};

/** Sets that are computed together reach as far back as the longest of them; those of short averages are tried alone. */
const requests: readonly DeviceRequest[] = [
  ...acceleratedIndicators.map((indicator) => ({
    indicator,
    options: options[indicator] ?? { period: [1, 14, 200] },
  })),
  ...['ema', 'rsi', 'atr', 'adx'].map((indicator) => ({ indicator, options: { period: [2, 5] } })),
  { indicator: 'macd', options: { fast: 2, slow: 4, signal: 2 } },
];

type Columns = Parameters<typeof deviceInput>[0][number];

/**
 * The largest difference from the 64-bit columns as a part of the largest value; Infinity where only one of the two has
 * a value.
 */
function worstError(result: DeviceResult, series: readonly Columns[]): number {
  const row = indicators.get(result.indicator);
  const count = result.parameterSets.length;
  const errors = series.flatMap((columns, s) =>
    result.parameterSets.flatMap((set, k) => {
      const want = row.run({ ...columns } satisfies LooseColumns, set);
      const bars = columns.close.length;
      const from = (s * count + k) * bars;
      return row.outputs.map((name) =>
        errorOf(result.outputs[name]?.subarray(from, from + bars) ?? [], want[name] ?? []),
      );
    }),
  );
  return Math.max(...errors);
}

function errorOf(got: ArrayLike<number>, want: ArrayLike<number>): number {
  const wanted = Array.from(want);
  const largest = Math.max(...wanted.map((value) => (Number.isNaN(value) ? 0 : Math.abs(value))));
  const differences = wanted.map((value, i) => {
    if (Number.isNaN(value) && Number.isNaN(got[i])) return 0;
    const difference = Math.abs((got[i] ?? NaN) - value);
    return Number.isNaN(difference) ? Infinity : difference / (largest || 1);
  });
  return got.length === wanted.length ? Math.max(...differences) : Infinity;
}

const stepped = Array.from(
  { length: 1200 },
  (_, i) => 100 + (Math.floor(Math.min(i, 600) / 40) % 7) + (i % 40 > 2 ? 0.1 : 0),
);

const madeUp: Readonly<Record<string, Columns>> = {
  'a random walk': randomBars(1200, 1),
  'prices of a million that move by cents': randomBars(1200, 2, { start: 1e6, step: 1e-8 }),
  'prices of a hundred-millionth': randomBars(1200, 3, { start: 1e-8 }),
  'prices of a billion': randomBars(1200, 4, { start: 1e9, step: 1e-3 }),
  'prices that stand still between steps, the last for long': barsOf(stepped),
  'prices after a jump of ten thousand times the usual move': barsOf(
    stepped.map((_, i) => (i < 300 ? 1e5 : 100) + Math.sin(i * i)),
  ),
  'one price': barsOf(stepped.map(() => 42)),
  'bars without volume': barsOf(
    stepped.map((price, i) => price + Math.sin(i)),
    0,
  ),
};

/** Shared out evenly over the rows of a group, as a card takes them. */
const bars = 1504;

/** The first bars of a year by the hour, of a year by five minutes, and of a month by the minute. */
const recorded = ['BTCUSDT-1h-2023', 'ETHUSDT-1h-2023', 'ETHUSDT-5m-2023', 'BTCUSDT-1m-2024-12'];

function readSeries(name: string): Columns {
  const { time, open, high, low, close, volume } = readBars(`klines/${name}.csv.gz`);
  const cut = (column: Float64Array) => column.subarray(0, bars);
  return {
    ...{ time: cut(time), open: cut(open), high: cut(high) },
    ...{ low: cut(low), close: cut(close), volume: cut(volume) },
  };
}

function expectAgreement(results: readonly DeviceResult[], series: readonly Columns[]): void {
  for (const result of results) {
    const { gpuTolerance, name } = indicators.get(result.indicator);
    const error = worstError(result, series);
    expect([name, error <= gpuTolerance ? 'agrees' : error]).toEqual([name, 'agrees']);
  }
}

describe.each(['webasm', 'webgpu'] as const)('%s', (backend) => {
  const describeHere = backend === 'webasm' || hasGraphicsAdapter ? describe : describe.skip;

  describeHere('against the 64-bit columns', () => {
    let device: Device;

    beforeAll(async () => {
      device = await createDevice({ backend });
    });

    afterAll(() => device.dispose());

    it('runs where it was asked to', () => {
      expect(device.backend).toBe(backend);
      expect(device.fallback).toBeUndefined();
    });

    it.each(Object.entries(madeUp))('agrees on %s', async (_, columns) => {
      expectAgreement(await device.compute(deviceInput([columns]), requests), [columns]);
      expect(device.backend).toBe(backend);
    });

    (hasRecordedData ? it : it.skip)('agrees on recorded markets, side by side', async () => {
      const series = recorded.map(readSeries);
      expectAgreement(await device.compute(deviceInput(series), requests), series);
      expect(device.backend).toBe(backend);
    });

    it('gives the same earlier values when the input is cut', async () => {
      const columns = madeUp['a random walk'];
      const cut = 700;
      const part = { series: 1, bars: cut, close: columns?.close.subarray(0, cut) ?? [] };
      const whole = { series: 1, bars: 1200, close: columns?.close ?? [] };
      const request = [{ indicator: 'sma', options: { period: [14, 200] } }];
      const [short] = await device.compute(part, request);
      const [long] = await device.compute(whole, request);
      expect(short?.outputs['sma']?.subarray(0, cut)).toEqual(long?.outputs['sma']?.subarray(0, cut));
      expect(short?.outputs['sma']?.subarray(cut)).toEqual(long?.outputs['sma']?.subarray(1200, 1200 + cut));
    });
  });
});
