import { DRAFT, FLAT, usdt } from '../../testing/order-views.ts';
import { checkMinNotional } from './min-notional.ts';

describe('the least notional that the exchange takes', () => {
  it.each([
    ['4.99999999', false],
    ['5', true],
    ['5.00000001', true],
  ])('of 5 lets an order worth %s pass: %s', (worth, passes) => {
    expect(checkMinNotional({ ...DRAFT, notional: usdt(worth) }, FLAT) === null).toBe(passes);
  });

  it('tells both values in quote', () => {
    expect(checkMinNotional({ ...DRAFT, notional: usdt('1.25') }, FLAT)).toEqual({
      limit: 'minNotional',
      allowed: 5,
      observed: 1.25,
      reason: 'the exchange takes no order worth less USDT',
    });
  });
});
