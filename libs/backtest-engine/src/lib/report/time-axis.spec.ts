import type { CandleSeries } from '@org/domain';
import { sampleMarket } from '../../../test/sample-market.ts';
import { sampleBacktest } from '../../../test/sample-backtest.ts';
import { candleColumns, equityColumns, holdColumn } from './chart-columns.ts';
import { placer, timeAxis } from './time-axis.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2022, 0, 1);
const noEquity = { time: [], value: [] };

describe('the axis of time', () => {
  it('has every bar where they are few', () => {
    const series = sampleMarket({ bars: 48 });
    expect(timeAxis([series], noEquity)).toEqual({ interval: '1h', opens: Array.from(series.openTime) });
  });

  it('has the shortest longer interval that fits: 48 hours in 12 points are bars of four hours', () => {
    const { interval, opens } = timeAxis([sampleMarket({ bars: 48 })], noEquity, 12);
    expect(interval).toBe('4h');
    expect(opens).toEqual(Array.from({ length: 12 }, (_, place) => START + place * 4 * HOUR_MS));
  });

  it('has an interval that all markets divide', () => {
    const markets = [sampleMarket({ bars: 4, interval: '3m' }), sampleMarket({ bars: 4, interval: '5m' })];
    expect(timeAxis(markets, noEquity).interval).toBe('15m');
  });

  it('has weeks where nothing shorter fits, and nothing without bars', () => {
    expect(timeAxis([sampleMarket({ bars: 100, interval: '1w' })], noEquity, 5).interval).toBe('1w');
    expect(timeAxis([sampleMarket({ bars: 1_000, interval: '1h' })], noEquity, 5).interval).toBe('1w');
    expect(timeAxis([], noEquity)).toEqual({ interval: '1s', opens: [] });
    expect(timeAxis([sampleMarket({ bars: 0 })], noEquity).opens).toEqual([]);
  });

  it('has no place for a gap', () => {
    const series = { ...sampleMarket({ bars: 2 }), openTime: Float64Array.of(START, START + 5 * HOUR_MS) };
    expect(timeAxis([series], noEquity).opens).toEqual([START, START + 5 * HOUR_MS]);
  });

  it('gives each time its place', () => {
    const place = placer({ interval: '1h', opens: [START, START + 2 * HOUR_MS] });
    expect([START, START + HOUR_MS - 1, START + 2.5 * HOUR_MS, START + 9 * HOUR_MS].map(place)).toEqual([
      0, 0, 1, 1,
    ]);
  });
});

describe('columns on an axis', () => {
  const { result, candles } = sampleBacktest({ bars: 200 });
  const axis = timeAxis(candles, result.equity, 50);
  const naive = (series: CandleSeries, place: number) => {
    const bars = [0, 1, 2, 3].map((bar) => place * 4 + bar);
    return {
      open: series.open[place * 4],
      high: Math.max(...bars.map((bar) => series.high[bar] ?? 0)),
      low: Math.min(...bars.map((bar) => series.low[bar] ?? 0)),
      close: series.close[place * 4 + 3],
    };
  };

  it('merge bars as a market would have shown them', () => {
    const [series = sampleMarket({ bars: 0 })] = candles;
    const { open, high, low, close } = candleColumns(series, axis);
    for (const place of axis.opens.keys()) {
      const merged = { open: open[place], high: high[place], low: low[place], close: close[place] };
      expect(merged).toEqual(naive(series, place));
    }
  });

  it('have the last equity and the deepest drawdown of each stretch', () => {
    const closes = {
      time: [1, 2, 3, 4, 5].map((hour) => START + hour * HOUR_MS),
      value: [110, 88, 99, 110, 121],
    };
    const four = { interval: '4h', opens: [START, START + 4 * HOUR_MS] } as const;
    expect(equityColumns(100, closes, four)).toEqual({ equity: [110, 121], drawdown: [-0.2, 0] });
  });

  it('are blank where a market has no bar, and hold what was held', () => {
    const late = {
      ...sampleMarket({ bars: 1, startTime: START + HOUR_MS }),
      open: Float64Array.of(50),
      close: Float64Array.of(100),
    };
    const two = { interval: '1h', opens: [START, START + HOUR_MS, START + 2 * HOUR_MS] } as const;
    expect(candleColumns(late, two).close).toEqual([null, 100, null]);
    expect(holdColumn(1_000, [late], two)).toEqual([1_000, 2_000, 2_000]);
    expect(holdColumn(1_000, [], two)).toEqual([null, null, null]);
  });
});
