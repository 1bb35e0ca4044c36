import type { CandleSeries } from '@org/domain';
import { sampleBars } from '@org/strategies/testing';
import type { FeedRows } from './bar-table.ts';
import { CELL, layOutBars } from './bar-table.ts';

const HOUR_MS = 3_600_000;
const bars = (symbol: string, count: number): CandleSeries =>
  sampleBars({ symbol, interval: '1h', bars: count, seed: 1 });

/** One output of a bar's index, looked at as far back as `ages` says. */
function indices(count: number, ages: number) {
  const outputs = [Float64Array.from({ length: count }, (_, index) => index)];
  const places = Array.from({ length: ages }, (_, age) => ({ output: 0, age }));
  return { outputs, places, valuesAt: () => [] };
}

const NO_VALUES = { outputs: [], places: [], valuesAt: () => [] };

function only(all: readonly FeedRows[]): FeedRows {
  const [rows] = all;
  if (rows === undefined) throw new Error('one feed has its rows');
  return rows;
}

/** The value of so many bars ago, at the bar whose row has this number. */
const valueAt = ({ cells, begin, width, offsets }: FeedRows, row: number, age: number) =>
  cells[begin + row * width + (offsets[age] ?? NaN)];

describe('the table of the bars', () => {
  it('has one list of numbers for all feeds, and what a bar is asked for side by side', () => {
    const [btc, eth] = [bars('BTCUSDT', 3), bars('ETHUSDT', 2)];
    const [first, second] = layOutBars([
      { series: btc, values: indices(3, 1) },
      { series: eth, values: NO_VALUES },
    ]);
    expect(second?.cells).toBe(first?.cells);
    // Two rows are kept in front of the 64: of 5 cells, then of 4.
    expect([first?.begin, first?.width, first?.end]).toEqual([10, 5, 330]);
    expect([second?.begin, second?.width, second?.end]).toEqual([338, 4, 594]);
    expect([...(first?.cells.subarray(15, 20) ?? [])]).toEqual([
      (btc.openTime[1] ?? 0) + HOUR_MS,
      btc.low[1],
      btc.high[1],
      btc.close[1],
      1,
    ]);
    expect(second?.cells[342 + CELL.close]).toBe(eth.close[1]);
  });

  it.each([3, 64, 65, 128])('ends %i bars with one that never closes', (count) => {
    const rows = only(layOutBars([{ series: bars('BTCUSDT', count), values: NO_VALUES }]));
    for (let behind = 64; behind <= count; behind += 64) rows.next();
    expect(rows.cells[rows.begin + (count % 64) * rows.width + CELL.closeTime]).toBe(Infinity);
  });

  it('finds older values in the rows before, and nothing before the first', () => {
    const rows = only(layOutBars([{ series: bars('BTCUSDT', 3), values: indices(3, 3) }]));
    expect([0, 1, 2].map((age) => valueAt(rows, 2, age))).toEqual([2, 1, 0]);
    expect([0, 1, 2].map((age) => valueAt(rows, 1, age))).toEqual([1, 0, NaN]);
    expect([0, 1, 2].map((age) => valueAt(rows, 0, age))).toEqual([0, NaN, NaN]);
  });

  it('goes on in the same cells, with as many of the last rows in front as may still be asked for', () => {
    const rows = only(layOutBars([{ series: bars('BTCUSDT', 200), values: indices(200, 3) }]));
    expect(rows.next()).toBe(64 * rows.width);
    expect([0, 1, 2].map((age) => valueAt(rows, 0, age))).toEqual([64, 63, 62]);
    // The bar that closed last may be the one before the one that was taken last.
    expect([0, 1, 2].map((age) => valueAt(rows, -2, age))).toEqual([62, 61, 60]);
    expect(
      [rows.begin - 2 * rows.width, rows.begin, rows.begin + rows.width].map((row) => rows.indexOf(row)),
    ).toEqual([62, 64, 65]);
  });

  it('has more rows where a strategy looks further back', () => {
    const rows = only(layOutBars([{ series: bars('BTCUSDT', 500), values: indices(500, 101) }]));
    expect((rows.end - rows.begin) / rows.width).toBe(204);
    rows.next();
    expect([0, 1, 100].map((age) => valueAt(rows, 0, age))).toEqual([204, 203, 104]);
    expect(valueAt(rows, -2, 100)).toBe(102);
  });

  it('lets feeds of one layout share their offsets', () => {
    const [first, second] = layOutBars([
      { series: bars('BTCUSDT', 3), values: indices(3, 2) },
      { series: bars('ETHUSDT', 4), values: indices(4, 2) },
    ]);
    expect(second?.offsets).toBe(first?.offsets);
    expect(first?.offsets).toEqual([4, -1]);
  });
});
