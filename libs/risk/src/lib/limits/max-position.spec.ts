import { DRAFT, FLAT, NO_LIMITS, usdt } from '../../testing/order-views.ts';
import { checkMaxPosition, positionRoom } from './max-position.ts';

const LIMITS = { ...NO_LIMITS, maxPosition: 0.5 };
const VIEW = { ...FLAT, exposure: 4_000 };

describe('the limit on a position', () => {
  it.each([
    ['999.99999999', true],
    ['1000', true],
    ['1000.00000001', false],
  ])('of half of 10000, with 4000 in the market, lets %s more pass: %s', (cost, passes) => {
    expect(checkMaxPosition({ ...DRAFT, notional: usdt(cost) }, VIEW, LIMITS) === null).toBe(passes);
  });

  it('tells what would be in the market, the order included', () => {
    expect(checkMaxPosition({ ...DRAFT, notional: usdt('1500') }, VIEW, LIMITS)).toEqual({
      limit: 'maxPosition',
      allowed: 5_000,
      observed: 5_500,
      reason: 'too much USDT would be in TESTUSDT',
    });
  });

  it('is off without a number', () => {
    expect(checkMaxPosition({ ...DRAFT, notional: usdt('1000000') }, VIEW, NO_LIMITS)).toBeNull();
    expect(positionRoom(VIEW, NO_LIMITS)).toBe(Infinity);
  });

  it('lets nothing pass while the exposure is not known', () => {
    expect(checkMaxPosition(DRAFT, { ...FLAT, exposure: Number.NaN }, LIMITS)).toMatchObject({
      limit: 'maxPosition',
    });
  });
});
