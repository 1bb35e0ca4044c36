import { HOUR, START, sampleCandle, sampleSeries } from '../../testing/sample-candles.ts';
import { CursorError } from './candle-cursor.ts';
import { seriesCursor } from './series-cursor.ts';

describe('a cursor over a series', () => {
  const series = sampleSeries('BTCUSDT', '1h', [0, 1, 5]);

  it('gives the bars in order and says when the next one closes', () => {
    const cursor = seriesCursor(series);
    expect(cursor).toMatchObject({ symbol: 'BTCUSDT', interval: '1h', index: 0 });
    expect(cursor.nextCloseTime).toBe(START + HOUR);
    expect(cursor.take()).toEqual(sampleCandle(START));
    expect(cursor.take()).toEqual(sampleCandle(START + HOUR));
    expect(cursor.index).toBe(2);
    expect(cursor.nextCloseTime).toBe(START + 6 * HOUR);
    cursor.take();
    expect(cursor.nextCloseTime).toBe(Infinity);
  });

  it('keeps to the part it was given', () => {
    const cursor = seriesCursor(series, 1, 2);
    expect(cursor.index).toBe(1);
    expect(cursor.take()).toEqual(sampleCandle(START + HOUR));
    expect(cursor.nextCloseTime).toBe(Infinity);
  });

  it('has no bar behind the end', () => {
    const cursor = seriesCursor(series, 3);
    expect(cursor.nextCloseTime).toBe(Infinity);
    expect(() => cursor.take()).toThrow(CursorError);
    expect(() => cursor.take()).toThrow('no further bar of BTCUSDT 1h');
  });

  it.each([
    [-1, 2],
    [0, 4],
    [2, 1],
    [0.5, 2],
    [0, 1.5],
  ])('refuses the part from %d to %d', (from, to) => {
    expect(() => seriesCursor(series, from, to)).toThrow('allowed: whole numbers from 0 to 3, ascending');
  });
});
