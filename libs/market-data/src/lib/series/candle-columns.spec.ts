import { HOUR, START, range, sampleCandle, sampleSeries } from '../../testing/sample-candles.ts';
import { candleAt, firstIndexAt, seriesOf, sliceSeries } from './candle-columns.ts';

describe('columns of bars', () => {
  const candles = [sampleCandle(START), sampleCandle(START + HOUR), sampleCandle(START + 3 * HOUR)];
  const series = seriesOf('BTCUSDT', '1h', candles);

  it('hold the bars they were made from', () => {
    expect(range(3).map((index) => candleAt(series, index))).toEqual(candles);
    expect(series).toMatchObject({ symbol: 'BTCUSDT', interval: '1h' });
  });

  it('are cut without a copy', () => {
    const part = sliceSeries(series, 1);
    expect(candleAt(part, 0)).toEqual(candles[1]);
    expect(part.openTime).toHaveLength(2);
    expect(part.close.buffer).toBe(series.close.buffer);
    expect(sliceSeries(series, 0, 1).volume).toHaveLength(1);
  });
});

describe('the first bar at or after a time', () => {
  const series = sampleSeries('BTCUSDT', '1h', [0, 1, 3]);

  it.each([
    [START - 1, 0],
    [START, 0],
    [START + 1, 1],
    [START + 2 * HOUR, 2],
    [START + 3 * HOUR, 2],
    [START + 3 * HOUR + 1, 3],
  ])('of %d has index %d', (time, index) => {
    expect(firstIndexAt(series, time)).toBe(index);
  });
});
