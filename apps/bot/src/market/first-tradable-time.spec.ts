import { seriesCursor, Timeline } from '@org/market-data';
import { syntheticSeries } from '@org/simulator';
import { firstTradableTime } from './first-tradable-time.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 1);

const timeline = () =>
  new Timeline(
    ['BTCUSDT', 'ETHUSDT'].map((symbol) =>
      seriesCursor(syntheticSeries({ seed: 1, symbol, interval: '1h' }, 10)),
    ),
  );

describe('the first time at which may be traded', () => {
  it('is the close of the bar behind the longest warm-up', () => {
    expect(firstTradableTime(timeline(), [2, 5], -Infinity)).toBe(START + 6 * HOUR);
  });

  it('is not before the start that was asked for', () => {
    expect(firstTradableTime(timeline(), [2, 5], START + 8 * HOUR)).toBe(START + 9 * HOUR);
  });

  it('never comes where the bars end before', () => {
    expect(firstTradableTime(timeline(), [2, 10], -Infinity)).toBe(Infinity);
  });
});
