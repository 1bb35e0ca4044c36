import { BTC_GRID } from '../../../testing/market-stage.ts';
import { seriesOf } from '../../../testing/bars.ts';
import { countOffGrid, nearestLots, nearestTicks } from './nearest-steps.ts';

describe('recorded numbers on the grid of a market', () => {
  it('become the nearest tick and lot', () => {
    expect([97_123.45, 97_123.454, 97_123.456].map((price) => nearestTicks(price, BTC_GRID))).toEqual([
      9_712_345, 9_712_345, 9_712_346,
    ]);
    expect([1.5, 0.000014, 0.000016].map((volume) => nearestLots(volume, BTC_GRID))).toEqual([150_000, 1, 2]);
  });

  it('are never rounded away', () => {
    expect(nearestTicks(0.001, BTC_GRID)).toBe(1);
    expect(nearestLots(0.000001, BTC_GRID)).toBe(1);
    expect(nearestLots(0, BTC_GRID)).toBe(0);
  });

  it('are counted where they were not on it', () => {
    const onGrid = [0, 100, 103, 90, 95, 1.5];
    const offTick = [60_000, 100.001, 103, 90, 95, 1.5];
    // Six digits, as Binance counted lots of BTC until 2021.
    const offLot = [120_000, 100, 103, 90, 95, 1.500001];
    expect(countOffGrid(seriesOf([onGrid, offTick, offLot]), BTC_GRID)).toBe(2);
    expect(
      countOffGrid(seriesOf([[0, 97_123.45, 97_123.45, 97_123.45, 97_123.45, 123.45678]]), BTC_GRID),
    ).toBe(0);
  });
});
