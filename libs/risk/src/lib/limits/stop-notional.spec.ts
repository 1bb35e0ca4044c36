import { price } from '@org/domain';
import { DRAFT, FLAT, lots, NO_LIMITS } from '../../testing/order-views.ts';
import { checkStopNotional } from './stop-notional.ts';

const STOP = { ...NO_LIMITS, stopLoss: 0.5 };
const NAMED = { stopPrice: 99, targetPrice: null };

describe('the least notional of a stop', () => {
  it.each([
    [0.099, false],
    [0.1, true],
  ])('of 5 lets %d at 100 with a stop at 50 pass: %s', (size, passes) => {
    expect(checkStopNotional({ ...DRAFT, lots: lots(size) }, FLAT, STOP) === null).toBe(passes);
  });

  it('goes by the stop that the entry names', () => {
    expect(checkStopNotional({ ...DRAFT, lots: lots(0.051), plan: NAMED }, FLAT, STOP)).toBeNull();
    expect(checkStopNotional({ ...DRAFT, lots: lots(0.05), plan: NAMED }, FLAT, NO_LIMITS)).toEqual({
      limit: 'minNotional',
      allowed: 5,
      observed: 4.95,
      reason: 'the exchange takes no stop worth less USDT, and what is bought would be held without one',
    });
  });

  it('is met by nothing where there is no tick below the entry', () => {
    const cheapest = { ...DRAFT, price: price(1) };
    expect(checkStopNotional(cheapest, FLAT, STOP)).toMatchObject({ observed: 0 });
  });

  it('asks nothing where no stop is wanted, or an inventory is watched instead', () => {
    const small = { ...DRAFT, lots: lots(0.05) };
    expect(checkStopNotional(small, FLAT, NO_LIMITS)).toBeNull();
    expect(checkStopNotional(small, { ...FLAT, protection: 'inventory' }, STOP)).toBeNull();
  });
});
