/*
 * Copied into the empty project and run by the Nodes that the library states, therefore plain JavaScript: the packed
 * indicators must compute by `import` and by `require`, in batch, as a stream, and on the device that needs no package.
 */
import { createRequire } from 'node:module';
import * as imported from '@org/indicators-gpu';

const required = createRequire(import.meta.url)('@org/indicators-gpu');
const bars = 5000;
const close = Float64Array.from({ length: bars }, (_, i) => 100 + Math.sin(i / 9));
const [high, low] = [close.map((value) => value + 1), close.map((value) => value - 1)];

for (const library of [imported, required]) {
  const { createDevice, indicators, rsi, stoch } = library;
  const strength = rsi(close, { period: 14 });
  const live = rsi.stream({ period: 14 });
  same(
    'rsi',
    Array.from(close, (value) => live.next(value)),
    strength,
  );
  const { k, d } = stoch({ high, low, close });
  const slow = stoch.stream();
  const lines = Array.from(close, (value, i) => ({
    ...slow.next({ high: high[i], low: low[i], close: value }),
  }));
  same(
    'stoch k',
    lines.map((line) => line.k),
    k,
  );
  same(
    'stoch d',
    lines.map((line) => line.d),
    d,
  );
  if (indicators.size < 90) throw new Error(`only ${indicators.size} indicators`);
  const device = await createDevice();
  const [result] = await device.compute({ series: 1, bars, close }, [{ indicator: 'rsi' }]);
  same('rsi of the device', result.outputs.rsi, Float32Array.from(strength));
  if (device.backend !== 'cpu' || !device.fallback?.includes('gpu.js is not installed'))
    throw new Error(`${device.backend}: ${device.fallback}`);
  await device.dispose();
}

function same(what, got, want) {
  const wrong = want.findIndex((value, i) => !Object.is(got[i], value));
  if (wrong !== -1) throw new Error(`${what}: ${got[wrong]} at ${wrong} instead of ${want[wrong]}`);
}
