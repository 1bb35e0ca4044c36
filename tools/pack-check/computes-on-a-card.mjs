/*
 * Copied into the empty project and run by the Nodes that the library states, therefore plain JavaScript: kernels from
 * the packed file must give what the loops give, on the card if one answers, and say why not otherwise.
 */
import { BackendUnavailableError, createDevice, ema, sma } from '@org/indicators-gpu';

const bars = 500;
const close = Float64Array.from({ length: bars }, (_, i) => 100 + Math.sin(i / 9));
const isRequired = (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('webgpu');

const device = await createDevice({ backend: 'webgpu' }).catch((error) => {
  if (isRequired || !(error instanceof BackendUnavailableError)) throw error;
  return createDevice();
});
const [average, exponential] = await device.compute({ series: 1, bars, close }, [
  { indicator: 'sma', options: { period: [5, 20] } },
  { indicator: 'ema', options: { period: 10 } },
]);
compare('sma 5', average.outputs.sma.subarray(0, bars), sma(close, { period: 5 }));
compare('sma 20', average.outputs.sma.subarray(bars), sma(close, { period: 20 }));
compare('ema 10', exponential.outputs.ema, ema(close, { period: 10 }));
if (device.backend !== 'webgpu' && device.fallback === undefined)
  throw new Error('no reason for the fall back');
if (device.fallback?.includes('gpu.js is not installed')) throw new Error(device.fallback);
console.log(device.backend, device.adapter?.name ?? device.fallback);
await device.dispose();

function compare(what, got, want) {
  const wrong = want.findIndex((value, i) => !Object.is(got[i], value) && !(Math.abs(got[i] - value) < 1e-3));
  if (wrong !== -1) throw new Error(`${what}: ${got[wrong]} at ${wrong} instead of ${want[wrong]}`);
}
