import fc from 'fast-check';
import { PriceMap } from './price-map.ts';

const anyPrice = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 1_000, max: 1_100 }),
  fc.constantFrom(31, 32, 255, 256, 511, 512, 1_023, 1_024, Number.MAX_SAFE_INTEGER),
  fc.maxSafeNat(),
);

describe('a price map', () => {
  it('is empty to begin with', () => {
    const index = new PriceMap<number>();
    expect([index.lowest(), index.highest(), index.above(0), index.below(5)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('knows the lowest, the highest and the neighbours of what was added and not deleted', () => {
    const change = fc.record({ price: anyPrice, isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), anyPrice, (changes, asked) => {
        const index = new PriceMap<number>();
        const prices = new Set<number>();
        for (const { price, isAdded } of changes) {
          if (isAdded) prices.add(price);
          else prices.delete(price);
          if (isAdded) index.set(price, price);
          else index.delete(price);
        }
        const all = [...prices];
        expect(index.lowest()).toBe(all.length === 0 ? null : Math.min(...all));
        expect(index.highest()).toBe(all.length === 0 ? null : Math.max(...all));
        for (const price of all) expect(index.get(price)).toBe(price);
        if (!prices.has(asked)) expect(index.get(asked)).toBeNull();
        const above = all.filter((price) => price > asked);
        const below = all.filter((price) => price < asked);
        expect(index.above(asked)).toBe(above.length === 0 ? null : Math.min(...above));
        expect(index.below(asked)).toBe(below.length === 0 ? null : Math.max(...below));
      }),
      { numRuns: 2_000 },
    );
  });
});
