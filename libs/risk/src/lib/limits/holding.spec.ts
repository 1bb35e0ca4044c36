import { quantity } from '@org/domain';
import { base, DRAFT, FLAT, lots } from '../../testing/order-views.ts';
import { checkHolding } from './holding.ts';

const VIEW = { ...FLAT, sellable: base('2') };

describe('the holding of a strategy', () => {
  it.each([
    [1.999, true],
    [2, true],
    [2.001, false],
  ])('of 2 lets a sell of %d pass: %s', (sold, passes) => {
    expect(checkHolding({ ...DRAFT, lots: lots(sold) }, VIEW) === null).toBe(passes);
  });

  it('tells what is free in whole lots and what the order sells', () => {
    expect(checkHolding({ ...DRAFT, lots: lots(3) }, { ...FLAT, sellable: base('2.0005') })).toEqual({
      limit: 'holding',
      allowed: 2,
      observed: 3,
      reason: 'the strategy has too little free TEST',
    });
  });

  it('of less than a lot is dust and cannot be sold', () => {
    expect(checkHolding({ ...DRAFT, lots: quantity(0) }, { ...FLAT, sellable: base('0.0009') })).toEqual({
      limit: 'holding',
      allowed: 0,
      observed: 0,
      reason: 'there is nothing to sell: one lot of TEST is 0.001, free are 0.0009',
    });
  });
});
