import fc from 'fast-check';
import { PriceIndex } from './price-index.ts';

const anyPrice = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 1_000, max: 1_100 }),
  fc.constantFrom(31, 32, 1_023, 1_024, 2_047, 2_048, Number.MAX_SAFE_INTEGER),
  fc.maxSafeNat(),
);

describe('a price index', () => {
  it('is empty to begin with', () => {
    const index = new PriceIndex();
    expect([index.lowest(), index.highest(), index.above(0), index.below(5)]).toEqual([-1, -1, -1, -1]);
  });

  it('knows the lowest, the highest and the neighbours of what was added and not deleted', () => {
    const change = fc.record({ price: anyPrice, isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), anyPrice, (changes, asked) => {
        const index = new PriceIndex();
        const prices = new Set<number>();
        for (const { price, isAdded } of changes) {
          if (isAdded) prices.add(price);
          else prices.delete(price);
          if (isAdded) index.add(price);
          else index.delete(price);
        }
        const all = [...prices];
        expect(index.lowest()).toBe(all.length === 0 ? -1 : Math.min(...all));
        expect(index.highest()).toBe(all.length === 0 ? -1 : Math.max(...all));
        const above = all.filter((price) => price > asked);
        const below = all.filter((price) => price < asked);
        expect(index.above(asked)).toBe(above.length === 0 ? -1 : Math.min(...above));
        expect(index.below(asked)).toBe(below.length === 0 ? -1 : Math.max(...below));
      }),
      { numRuns: 2_000 },
    );
  });
});
