import { quantity } from '@org/domain';
import { lots, MARKET } from '../../testing/order-views.ts';
import { approveFlatten } from './approve-flatten.ts';

const flatten = (held: number) =>
  approveFlatten('trend', 'TESTUSDT', lots(held), 'the kill switch was pulled', MARKET);

describe('flattening', () => {
  it('sells everything at the market', () => {
    expect(flatten(2.5)).toEqual({
      strategyId: 'trend',
      slot: 'risk:flatten',
      symbol: 'TESTUSDT',
      purpose: 'exit',
      request: { type: 'market', side: 'sell', quantity: lots(2.5) },
      plan: null,
      reason: 'the kill switch was pulled',
    });
  });

  it.each([
    [0, null],
    [0.009, null],
    [0.01, lots(0.01)],
    [100, lots(100)],
    [250, lots(100)],
  ])('of %d sells what one order may hold', (held, sold) => {
    expect(flatten(held)?.request ?? null).toEqual(
      sold === null ? null : { type: 'market', side: 'sell', quantity: sold },
    );
  });

  it('of nothing is no order, in a market without a least quantity too', () => {
    const anyQuantity = { ...MARKET, minQuantity: quantity(0) };
    expect(approveFlatten('trend', 'TESTUSDT', quantity(0), 'x', anyQuantity)).toBeNull();
  });
});
