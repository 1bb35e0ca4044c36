import { firstDifference } from '../../../../bench/difference.ts';
import { seeded } from '../../../../bench/series.ts';
import { adx } from './adx.ts';

/** Bars on a grid of ticks: in every fifth the bar reaches equally far beyond both ends of the bar before. */
function bars(length: number, tick: number) {
  const random = seeded(length);
  const [high, low] = [new Float64Array(length), new Float64Array(length)];
  let [top, bottom] = [1010, 1000];
  for (let i = 0; i < length; i += 1) {
    const step = Math.floor(random() * 9) - 4;
    const isOutside = random() < 0.2;
    top += isOutside ? 3 : step;
    bottom = isOutside ? bottom - 3 : top - 10 - Math.floor(random() * 3);
    high[i] = top * tick;
    low[i] = bottom * tick;
  }
  return { high, low, close: low };
}

function streamed({ high, low, close }: ReturnType<typeof bars>): Float64Array {
  const stream = adx.stream({ period: 5 });
  return high.map((top, i) => stream.next({ high: top, low: low[i]!, close: close[i]! }));
}

describe('the average directional index of a column', () => {
  it.each([
    ['of an even number of bars', 400, 0.25],
    ['of an odd number of bars', 401, 0.25],
    ['of a few more bars than are gone through at once', 4203, 0.25],
    ['in the smallest units', 400, 1e-8],
    ['in units so small that a product tells only some of the differences', 400, 2 ** -744],
    ['of numbers so large that no product tells which move is larger', 400, 2 ** 400],
    ['of numbers so large for an odd number of bars', 401, 2 ** 400],
  ])('has the bits of the stream where both sides reach out equally far, %s', (_what, length, tick) => {
    const columns = bars(length, tick);
    const got = adx(columns, { period: 5 });
    expect(got.at(-1)).toBeGreaterThan(0);
    expect(firstDifference({ adx: got }, { adx: streamed(columns) })).toBeUndefined();
  });

  /** Bars of which one side stands far away from one bar on, up to another. */
  const leaping = (side: 'high' | 'low', by: number, from: number, to: number) => {
    const columns = bars(90, 0.25);
    const moved = columns[side].map((price, i) => (i >= from && i < to ? price + by : price));
    return { ...columns, close: columns.low.slice(), [side]: moved };
  };

  it.each(Array.from({ length: 12 }, (_, i) => 40 + i))(
    'has the bits of the stream where one side is further away than rounding tells, from bar %i on',
    (from) => {
      for (const side of ['high', 'low'] as const) {
        for (const by of [-(2 ** 334), 2 ** 334]) {
          for (const [begin, end] of [
            [from, from + 1],
            [from, from + 9],
            [from, 90],
            [0, from],
          ] as const) {
            const columns = leaping(side, by, begin, end);
            const got = { adx: adx(columns, { period: 2 }) };
            const stream = adx.stream({ period: 2 });
            const want = columns.high.map((high, i) =>
              stream.next({ high, low: columns.low[i]!, close: columns.close[i]! }),
            );
            expect(firstDifference(got, { adx: want })).toBeUndefined();
          }
        }
      }
    },
  );
});
