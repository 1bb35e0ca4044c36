import { DRAFT, FLAT, lots } from '../../testing/order-views.ts';
import { checkQuantityRange } from './quantity-range.ts';

describe('the range of quantities that the exchange takes', () => {
  it.each([
    [0.009, 'minQuantity'],
    [0.01, undefined],
    [0.011, undefined],
    [99.999, undefined],
    [100, undefined],
    [100.001, 'maxQuantity'],
  ])('from 0.01 to 100, asked for %d, is left at %s', (wanted, limit) => {
    expect(checkQuantityRange({ ...DRAFT, lots: lots(wanted) }, FLAT)?.limit).toBe(limit);
  });

  it('tells the bound and the quantity, in base', () => {
    expect(checkQuantityRange({ ...DRAFT, lots: lots(0.009) }, FLAT)).toEqual({
      limit: 'minQuantity',
      allowed: 0.01,
      observed: 0.009,
      reason: 'the exchange takes no smaller order of TEST',
    });
    expect(checkQuantityRange({ ...DRAFT, lots: lots(250) }, FLAT)).toEqual({
      limit: 'maxQuantity',
      allowed: 100,
      observed: 250,
      reason: 'the exchange takes no larger order of TEST',
    });
  });
});
