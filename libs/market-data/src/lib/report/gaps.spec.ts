import { HOUR, sampleSeries, START } from '../../testing/sample-candles.ts';
import { gapsWithin } from './gaps.ts';

const at = (hour: number) => START + hour * HOUR;

describe('the gaps within a span', () => {
  it('are those before, between and behind its bars', () => {
    const series = sampleSeries('BTCUSDT', '1h', [2, 3, 6]);
    expect(gapsWithin(series, at(0), at(10))).toEqual([
      { openTime: at(0), bars: 2 },
      { openTime: at(4), bars: 2 },
      { openTime: at(7), bars: 3 },
    ]);
  });

  it('are the whole of it where there is no bar', () => {
    expect(gapsWithin(sampleSeries('BTCUSDT', '1h', []), at(0), at(3))).toEqual([
      { openTime: at(0), bars: 3 },
    ]);
  });

  it('count bars that open within it, wherever it begins and ends', () => {
    const series = sampleSeries('BTCUSDT', '1h', [2]);
    expect(gapsWithin(series, at(0) + 1, at(4) + 1)).toEqual([
      { openTime: at(1), bars: 1 },
      { openTime: at(3), bars: 2 },
    ]);
  });
});
