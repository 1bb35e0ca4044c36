import { startLocalBinance } from '../src/index.ts';
import { SEED } from './accounts.ts';

/** Lets a month of all built-in markets pass in a process of its own, and says what its memory held on the way. */
const HOUR_MS = 3_600_000;
const hours = process.argv[2] === 'small' ? [1, 2] : [3 * 24, 30 * 24];

const heapMb = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const exchange = await startLocalBinance({ seed: SEED, speed: 0, startTime: Date.UTC(2024, 0, 1) });
const start = performance.now();
const heaps: number[] = [];
let passed = 0;
for (const until of hours) {
  for (; passed < until; passed++) exchange.advance(HOUR_MS);
  heaps.push(heapMb());
}
const seconds = (performance.now() - start) / 1000;
const trades = exchange.world.records.markets.market('BTCUSDT')?.trades.last()?.tradeId ?? 0;
await exchange.close();
process.send?.({ heaps, seconds, trades });
process.disconnect();
