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
    const index = new PriceMap();
    expect([index.lowest(), index.highest(), index.above(0), index.below(5)]).toEqual([0, 0, 0, 0]);
  });

  it('knows the lowest, the highest and the neighbours of what was added and not deleted', () => {
    const change = fc.record({ price: anyPrice, isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), anyPrice, (changes, asked) => {
        const index = new PriceMap();
        const numbers = new Map<number, number>();
        for (const [at, { price, isAdded }] of changes.entries()) {
          if (isAdded) numbers.set(price, at + 1);
          else numbers.delete(price);
          if (isAdded) index.set(price, at + 1);
          else index.delete(price);
        }
        const all = [...numbers.keys()];
        const numberOf = (price: number) => numbers.get(price) ?? 0;
        expect(index.lowest()).toBe(numberOf(Math.min(...all)));
        expect(index.highest()).toBe(numberOf(Math.max(...all)));
        for (const [price, number] of numbers) expect(index.get(price)).toBe(number);
        expect(index.get(asked)).toBe(numberOf(asked));
        expect(index.above(asked)).toBe(numberOf(Math.min(...all.filter((price) => price > asked))));
        expect(index.below(asked)).toBe(numberOf(Math.max(...all.filter((price) => price < asked))));
      }),
      { numRuns: 2_000 },
    );
  });
});
