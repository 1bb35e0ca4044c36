import { cpus } from 'node:os';
import { BackendUnavailableError, createDevice, indicators } from '../src/index.ts';
import type { Backend, Device, DeviceInput, DeviceRequest } from '../src/index.ts';
import { deviceInput } from './device-input.ts';
import { kernelTime } from './kernel-time.ts';
import { median } from './rounds.ts';
import { randomBars } from './series.ts';

/**
 * From which size on which backend wins: many series and parameter sets at once, with everything that it takes (packing,
 * upload, kernels, download), and beside it the time of the kernels alone. Every backend's answers are checked first.
 */
const seed = 43;
const rounds = 3;

const ten: readonly string[] = [
  'sma',
  'ema',
  'rsi',
  'macd',
  'bbands',
  'atr',
  'stoch',
  'adx',
  'obv',
  'rollingVwap',
];
const periods = Array.from({ length: 20 }, (_, i) => 10 + 5 * i);

interface Case {
  readonly title: string;
  readonly series: number;
  readonly bars: number;
  readonly requests: readonly DeviceRequest[];
}

const sma = (sets: number): DeviceRequest[] => [
  { indicator: 'sma', options: { period: sets === 1 ? 20 : periods.slice(0, sets) } },
];
const allTen = ten.map((indicator) => ({ indicator }));

/** `large` is for a machine with a graphics card: the others take minutes. */
const cases: readonly Case[] = [
  { title: 'sma, 1 series × 1 set × 10,000 bars', series: 1, bars: 10_000, requests: sma(1) },
  { title: 'the ten, 1 series × 1 set × 10,000 bars', series: 1, bars: 10_000, requests: allTen },
  { title: 'sma, 10 series × 10 sets × 10,000 bars', series: 10, bars: 10_000, requests: sma(10) },
  { title: 'the ten, 10 series × 1 set × 10,000 bars', series: 10, bars: 10_000, requests: allTen },
  { title: 'sma(20), 1 series × 1,000,000 bars', series: 1, bars: 1_000_000, requests: sma(1) },
  { title: 'the ten, 1 series × 1,000,000 bars', series: 1, bars: 1_000_000, requests: allTen },
];
const large: readonly Case[] = [
  { title: 'the ten, 100 series × 1 set × 10,000 bars', series: 100, bars: 10_000, requests: allTen },
  { title: 'sma, 100 series × 20 sets × 10,000 bars', series: 100, bars: 10_000, requests: sma(20) },
  { title: 'sma, 1,000 series × 20 sets × 10,000 bars', series: 1000, bars: 10_000, requests: sma(20) },
];

function inputOf({ series, bars }: Case): DeviceInput {
  // Ten different markets are enough: no backend looks at what it computes.
  const markets = Array.from({ length: Math.min(10, series) }, (_, i) => randomBars(bars, seed + i));
  const [first] = markets;
  if (first === undefined) throw new Error('a case has at least one series');
  return deviceInput(Array.from({ length: series }, (_, s) => markets[s % markets.length] ?? first));
}

/** Only results that agree with the 64-bit ones count. */
async function check(device: Device): Promise<void> {
  const market = randomBars(2000, seed);
  for (const result of await device.compute(deviceInput([market]), allTen)) {
    const row = indicators.get(result.indicator);
    for (const [name, want] of Object.entries(row.run(market))) {
      const largest = want.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
      const got = result.outputs[name];
      const warm = row.warmUp();
      const isRight = want.every((value, i) =>
        i < warm ? Number.isNaN(got?.[i]) : Math.abs((got?.[i] ?? NaN) - value) <= largest * row.gpuTolerance,
      );
      if (!isRight) throw new Error(`${row.name} is wrong on ${device.backend}`);
    }
  }
}

async function open(backend: Backend): Promise<Device | undefined> {
  try {
    return await createDevice({ backend });
  } catch (error) {
    if (!(error instanceof BackendUnavailableError)) throw error;
    console.log(`${backend}: ${error.got}`);
    return undefined;
  }
}

async function time(device: Device, input: DeviceInput, requests: readonly DeviceRequest[]): Promise<number> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const start = performance.now();
    await device.compute(input, requests, { onChunk: () => undefined });
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

const figure = (ms: number): string => (ms < 100 ? ms.toPrecision(3) : Math.round(ms).toLocaleString('en'));

/** With `--small` the answers are checked and nothing is timed. */
const timed = process.argv.includes('--small')
  ? []
  : [...cases, ...(process.argv.includes('--large') ? large : [])];
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${process.version}, seed ${seed}`,
);
const backends: readonly Backend[] = ['cpu', 'webasm', 'webgpu'];
const devices: Device[] = [];
for (const backend of backends) {
  const device = await open(backend);
  if (device === undefined) continue;
  await check(device);
  console.log(`${backend}: the answers of the ten are right`);
  devices.push(device);
  if (device.adapter !== undefined) {
    const kind = device.adapter.software ? ' (software: its speed says nothing about a card)' : '';
    console.log(`webgpu: ${device.adapter.name}${kind}`);
  }
}
if (timed.length > 0) console.log('Milliseconds with all transfers, in brackets those of the kernels alone.');
/** A card that a processor plays would take minutes for a million bars, and its speed says nothing anyway. */
const isPlayedFor = (device: Device, { series, bars }: Case): boolean =>
  device.adapter?.software === true && series * bars >= 1_000_000;

for (const one of timed) {
  const input = inputOf(one);
  const times = new Map<string, number>();
  const texts: string[] = [];
  for (const device of devices) {
    if (isPlayedFor(device, one)) continue;
    const all = await time(device, input, one.requests);
    const kernels = device.backend === 'webgpu' ? await kernelTime(input, one.requests) : undefined;
    if (device.fallback !== undefined) console.log(`  ${device.fallback}`);
    times.set(device.backend, all);
    texts.push(`${device.backend} ${figure(all)}${kernels === undefined ? '' : ` (${figure(kernels)})`}`);
  }
  const [winner] = [...times].sort((a, b) => a[1] - b[1])[0] ?? ['nobody'];
  console.log(`${one.title}: ${texts.join(', ')}; ${winner} wins`);
}
for (const device of devices) await device.dispose();
