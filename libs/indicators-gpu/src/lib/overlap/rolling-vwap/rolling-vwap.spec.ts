import { firstDifference } from '../../../../bench/difference.ts';
import { randomBars, seeded } from '../../../../bench/series.ts';
import { rollingVwap } from './rolling-vwap.ts';
import { wasmAverages } from './wasm-averages.ts';

const length = 9000;

/** Volume that now and then stops for hours, and falls a millionfold after a day that was loud. */
function restlessBars(seed: number) {
  const bars = randomBars(length, seed);
  const random = seeded(seed);
  let [loudness, quietFor] = [1, 0];
  bars.volume.forEach((size, i) => {
    if (random() < 0.004) loudness = 10 ** Math.floor(random() * 7);
    if (random() < 0.004) quietFor = Math.floor(random() * 200);
    bars.volume[i] = quietFor > 0 ? 0 : size * loudness;
    quietFor -= 1;
  });
  return bars;
}

describe('the rolling average price', () => {
  it('has WebAssembly on this machine, for all but the longest windows', () => {
    expect(wasmAverages(1)).toBeDefined();
    expect(wasmAverages(4096)).toBeDefined();
    expect(wasmAverages(4097)).toBeUndefined();
  });

  it.each([1, 2, 3, 20, 100, 1000, 4095, 4096, 4097])(
    'over %d bars has the bits of the stream, whatever the volume does',
    (period) => {
      const bars = restlessBars(period);
      const { high, low, close, volume } = bars;
      const stream = rollingVwap.stream({ period });
      const want = Float64Array.from({ length }, (_, i) =>
        stream.next({ high: high[i]!, low: low[i]!, close: close[i]!, volume: volume[i]! }),
      );
      const got = rollingVwap(bars, { period });
      expect(firstDifference({ rollingVwap: got }, { rollingVwap: want })).toBeUndefined();
    },
  );

  it('of two columns at once keeps them apart', () => {
    const [one, other] = [restlessBars(1), restlessBars(2)];
    const first = rollingVwap(one);
    rollingVwap(other);
    expect(rollingVwap(one)).toEqual(first);
  });
});
