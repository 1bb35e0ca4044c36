import { FLAT, NO_LIMITS } from '../../testing/order-views.ts';
import { checkMaxOpenOrders } from './max-open-orders.ts';

const LIMITS = { ...NO_LIMITS, maxOpenOrders: 3 };

describe('the limit on open entry orders', () => {
  it.each([
    [1, true],
    [2, true],
    [3, false],
    [4, false],
  ])('of 3, with %d open, lets another pass: %s', (openEntryOrders, passes) => {
    expect(checkMaxOpenOrders({ ...FLAT, openEntryOrders }, LIMITS) === null).toBe(passes);
  });

  it('counts the order that is asked for', () => {
    expect(checkMaxOpenOrders({ ...FLAT, openEntryOrders: 3 }, LIMITS)).toEqual({
      limit: 'maxOpenOrders',
      allowed: 3,
      observed: 4,
      reason: 'too many entry orders would be open',
    });
  });

  it('is off without a number', () => {
    expect(checkMaxOpenOrders({ ...FLAT, openEntryOrders: 1e6 }, NO_LIMITS)).toBeNull();
  });
});
