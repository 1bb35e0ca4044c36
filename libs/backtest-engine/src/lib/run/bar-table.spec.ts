import type { CandleSeries } from '@org/domain';
import { sampleBars } from '@org/strategies/testing';
import { layOutBars } from './bar-table.ts';
import type { FeedData, FeedRows } from './feed-rows.ts';
import { COLUMN } from './row-layout.ts';

const bars = (symbol: string, count: number): CandleSeries =>
  sampleBars({ symbol, interval: '1h', bars: count, seed: 1 });

/** One output of a bar's index, looked at as far back as `ages` says. */
function indices(count: number, ages: number) {
  const outputs = [Float64Array.from({ length: count }, (_, index) => index)];
  const places = Array.from({ length: ages }, (_, age) => ({ output: 0, age }));
  return { outputs, places, valuesAt: () => [] };
}

const NO_VALUES = { outputs: [], places: [], valuesAt: () => [] };
const OTHER: FeedData = { series: bars('ETHUSDT', 2), values: NO_VALUES };

function first(all: readonly FeedRows[]): FeedRows {
  const [rows] = all;
  if (rows === undefined) throw new Error('each feed has its rows');
  return rows;
}

/** What a row with this number holds in a column. */
const cellAt = ({ cells, begin, rowStep, columnStep }: FeedRows, row: number, column: number) =>
  cells[begin + row * rowStep + column * columnStep];

/** The value of so many bars ago, at the bar whose row has this number. */
const valueAt = ({ cells, begin, rowStep, offsets }: FeedRows, row: number, age: number) =>
  cells[begin + row * rowStep + (offsets[age] ?? NaN)];

/** The two ways in which bars lie, with the number of rows that are written at a time. */
const WAYS = [
  {
    way: 'bar by bar beside another feed',
    rows: 64,
    open: (feed: FeedData) => first(layOutBars([feed, OTHER])),
  },
  { way: 'column by column alone', rows: 2_048, open: (feed: FeedData) => first(layOutBars([feed])) },
];

describe('the table of the bars', () => {
  it('has one list of numbers for all feeds, and what a bar is asked for side by side', () => {
    const [btc, eth] = [bars('BTCUSDT', 3), bars('ETHUSDT', 2)];
    const [one, other] = layOutBars([
      { series: btc, values: indices(3, 1) },
      { series: eth, values: NO_VALUES },
    ]);
    expect(other?.cells).toBe(one?.cells);
    // Two rows are kept in front of the 64: of 7 cells, then of 6.
    expect([one?.begin, one?.rowStep, one?.end]).toEqual([14, 7, 462]);
    expect([other?.begin, other?.rowStep, other?.end]).toEqual([474, 6, 858]);
    expect([...(one?.cells.subarray(21, 28) ?? [])]).toEqual([
      btc.openTime[1],
      btc.low[1],
      btc.high[1],
      btc.close[1],
      btc.open[1],
      btc.volume[1],
      1,
    ]);
    expect(other?.cells[480 + COLUMN.close]).toBe(eth.close[1]);
  });

  it('has each column of a feed that is alone in one piece', () => {
    const btc = bars('BTCUSDT', 3);
    const { cells, begin, end, rowStep, columnStep } = first(
      layOutBars([{ series: btc, values: indices(3, 1) }]),
    );
    expect([begin, end, rowStep, columnStep]).toEqual([2, 2_050, 1, 2_050]);
    const columns = [
      ...[btc.openTime, btc.low, btc.high, btc.close, btc.open, btc.volume],
      Float64Array.of(0, 1, 2),
    ];
    expect(columns.map((_, at) => [...cells.subarray(begin + at * 2_050, begin + at * 2_050 + 3)])).toEqual(
      columns.map((column) => [...column]),
    );
  });

  it('lets feeds of one layout share their offsets', () => {
    const [one, other] = layOutBars([
      { series: bars('BTCUSDT', 3), values: indices(3, 2) },
      { series: bars('ETHUSDT', 4), values: indices(4, 2) },
    ]);
    expect(other?.offsets).toBe(one?.offsets);
    expect(one?.offsets).toEqual([6, -1]);
  });

  describe.each(WAYS)('written $way', ({ rows: atATime, open }) => {
    it.each([3, atATime, atATime + 1, 2 * atATime])('ends %i bars with one that never opens', (count) => {
      const rows = open({ series: bars('BTCUSDT', count), values: NO_VALUES });
      for (let behind = atATime; behind <= count; behind += atATime) rows.next();
      expect(cellAt(rows, count % atATime, COLUMN.openTime)).toBe(Infinity);
      expect(cellAt(rows, count % atATime, COLUMN.low)).toBe(NaN);
    });

    it('finds older values in the rows before, and nothing before the first', () => {
      const rows = open({ series: bars('BTCUSDT', 3), values: indices(3, 3) });
      expect([0, 1, 2].map((age) => valueAt(rows, 2, age))).toEqual([2, 1, 0]);
      expect([0, 1, 2].map((age) => valueAt(rows, 1, age))).toEqual([1, 0, NaN]);
      expect([0, 1, 2].map((age) => valueAt(rows, 0, age))).toEqual([0, NaN, NaN]);
    });

    it('goes on in the same cells, with as many of the last rows in front as may still be asked for', () => {
      const series = bars('BTCUSDT', 4_200);
      const rows = open({ series, values: indices(4_200, 3) });
      expect(rows.next()).toBe(atATime * rows.rowStep);
      expect([0, 1, 2].map((age) => valueAt(rows, 0, age))).toEqual([atATime, atATime - 1, atATime - 2]);
      // The bar that closed last may be the one before the one that was taken last.
      expect([0, 1, 2].map((age) => valueAt(rows, -2, age))).toEqual([atATime - 2, atATime - 3, atATime - 4]);
      const inOrder = ['openTime', 'low', 'high', 'close', 'open', 'volume'] as const;
      for (const row of [-2, -1, 0, atATime - 1]) {
        const told = inOrder.map((name) => cellAt(rows, row, COLUMN[name]));
        expect(told).toEqual(inOrder.map((name) => series[name][atATime + row]));
      }
    });

    it('has more rows where a strategy looks further back than it has rows', () => {
      const rows = open({ series: bars('BTCUSDT', 9_000), values: indices(9_000, 2_101) });
      expect((rows.end - rows.begin) / rows.rowStep).toBe(4_204);
      rows.next();
      expect([0, 1, 2_100].map((age) => valueAt(rows, 0, age))).toEqual([4_204, 4_203, 2_104]);
      expect(valueAt(rows, -2, 2_100)).toBe(2_102);
    });
  });
});
