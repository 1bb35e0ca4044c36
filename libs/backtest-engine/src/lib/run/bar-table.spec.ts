import type { CandleSeries } from '@org/domain';
import { sampleBars } from '@org/strategies/testing';
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

describe('the table of the bars', () => {
  it('has one list of numbers for all feeds, and each bar beside itself', () => {
    const [btc, eth] = [bars('BTCUSDT', 3), bars('ETHUSDT', 2)];
    const [first, second] = layOutBars([
      { series: btc, values: indices(3, 1) },
      { series: eth, values: NO_VALUES },
    ]);
    expect(second?.cells).toBe(first?.cells);
    expect([first?.begin, first?.width, second?.begin, second?.width]).toEqual([0, 5, 20, 4]);
    expect([...(first?.cells.subarray(5, 10) ?? [])]).toEqual([
      (btc.openTime[1] ?? 0) + HOUR_MS,
      btc.low[1],
      btc.high[1],
      btc.close[1],
      1,
    ]);
    expect(second?.cells[24 + CELL.close]).toBe(eth.close[1]);
  });

  it('ends each feed with a bar that never closes', () => {
    const [rows] = layOutBars([{ series: bars('BTCUSDT', 3), values: NO_VALUES }]);
    expect(rows?.cells[12 + CELL.closeTime]).toBe(Infinity);
  });

  it('finds older values in the rows before, and nothing before the first', () => {
    const [rows] = layOutBars([{ series: bars('BTCUSDT', 3), values: indices(3, 3) }]);
    const at = (bar: number, address: number) =>
      rows?.cells[rows.begin + bar * rows.width + (rows.offsets[address] ?? NaN)];
    expect([at(2, 0), at(2, 1), at(2, 2)]).toEqual([2, 1, 0]);
    expect([at(1, 0), at(1, 1), at(1, 2)]).toEqual([1, 0, NaN]);
    expect([at(0, 0), at(0, 1), at(0, 2)]).toEqual([0, NaN, NaN]);
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
