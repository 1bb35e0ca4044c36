import { HOLDING, NO_LIMITS } from '../../testing/order-views.ts';
import { inventoryBreach } from './inventory-breach.ts';

const LIMITS = { ...NO_LIMITS, stopLoss: 0.03 };
const { position } = HOLDING;

describe('the watched stop of an inventory bought at 100', () => {
  it.each([
    [97.01, false],
    [97, true],
    [96.99, true],
  ])('of 3%% is breached at %d: %s', (markPrice, isBreached) => {
    expect(inventoryBreach(position, markPrice, LIMITS) !== null).toBe(isBreached);
  });

  it('tells the limit, the loss and the prices', () => {
    expect(inventoryBreach(position, 90, LIMITS)).toEqual({
      limit: 'stopLoss',
      allowed: 0.03,
      observed: 0.1,
      reason: 'TESTUSDT is at 90, bought at 100 on average',
    });
  });

  it('watches nothing when flat, without a stop, or without a price', () => {
    expect(inventoryBreach({ ...position, size: 0, averagePrice: 0 }, 0, LIMITS)).toBeNull();
    expect(inventoryBreach(position, 1, NO_LIMITS)).toBeNull();
    expect(inventoryBreach(position, Number.NaN, LIMITS)).toBeNull();
  });
});
