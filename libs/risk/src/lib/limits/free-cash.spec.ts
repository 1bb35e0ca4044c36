import { DRAFT, FLAT, usdt } from '../../testing/order-views.ts';
import { checkFreeCash } from './free-cash.ts';

const VIEW = { ...FLAT, cash: usdt('100') };

describe('the free cash of a strategy', () => {
  it.each([
    ['99.99999999', true],
    ['100', true],
    ['100.00000001', false],
  ])('of 100 lets an entry of %s pass: %s', (cost, passes) => {
    expect(checkFreeCash({ ...DRAFT, notional: usdt(cost) }, VIEW) === null).toBe(passes);
  });

  it('tells what is free and what the order costs', () => {
    expect(checkFreeCash({ ...DRAFT, notional: usdt('250.5') }, VIEW)).toEqual({
      limit: 'cash',
      allowed: 100,
      observed: 250.5,
      reason: 'the strategy has too little free USDT',
    });
  });
});
