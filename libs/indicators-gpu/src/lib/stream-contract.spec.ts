import { firstDifference } from '../../bench/difference.ts';
import { marketLength, marketOf, markets } from '../../bench/markets.ts';
import type { Market } from '../../bench/markets.ts';
import { randomBars } from '../../bench/series.ts';
import { indicators } from './catalogue.ts';
import { smallestOptions } from '../../bench/smallest-options.ts';
import type { LooseOptions } from './indicator/option.ts';
import type { Row } from './indicator/row.ts';
import type { Snapshot } from './indicator/snapshot.ts';
import { refreshEvery } from './window/moving-sum.ts';

/** All that a stream answers; every so many bars another one goes on from what the one before has saved as JSON. */
function streamed(
  row: Row,
  { bars }: Market,
  options?: LooseOptions,
  restartEvery = Infinity,
): Record<string, Float64Array> {
  const values = Object.fromEntries(row.outputs.map((name) => [name, new Float64Array(bars.length)]));
  let stream = row.open(options);
  bars.forEach((bar, i) => {
    if (i % restartEvery === 0) {
      const saved: Snapshot = JSON.parse(JSON.stringify(stream.snapshot()));
      stream = row.open(options);
      stream.restore(saved);
    }
    const next = stream.next(bar);
    for (const name of row.outputs) values[name]![i] = next[name] ?? NaN;
  });
  return values;
}

const jumping = randomBars(2 * refreshEvery + 200, 17);
jumping.close[5000] = (jumping.close[5000] ?? 0) * 1e6;
const long = marketOf(jumping);
const small = marketOf(randomBars(marketLength, 8));
const saved = marketOf(randomBars(marketLength, 18));

describe.each(Array.from(indicators, (row) => [row.name, row] as const))('the stream of %s', (_name, row) => {
  it.each(markets)('gives the bits of the batch on bars %s', (_market, market) => {
    expect(firstDifference(streamed(row, market), row.run(market.columns))).toBeUndefined();
  });

  it('gives the bits of the batch past the bars where both make their sums afresh', () => {
    expect(firstDifference(streamed(row, long), row.run(long.columns))).toBeUndefined();
  });

  it('gives the bits of the batch with the smallest periods', () => {
    const options = smallestOptions(row);
    expect(firstDifference(streamed(row, small, options), row.run(small.columns, options))).toBeUndefined();
  });

  it('goes on from a snapshot written as JSON as if nothing had been', () => {
    for (const [, market] of markets) {
      const values = streamed(row, market, undefined, 13);
      expect(firstDifference(values, row.run(market.columns))).toBeUndefined();
    }
  });

  it('goes on from a snapshot at any bar', () => {
    const values = streamed(row, saved, undefined, 1);
    expect(firstDifference(values, row.run(saved.columns))).toBeUndefined();
  });

  it('starts over on reset', () => {
    const stream = row.open();
    for (const bar of small.bars.slice(0, 60)) stream.next(bar);
    stream.reset();
    expect(stream.snapshot()).toEqual(row.open().snapshot());
  });
});
