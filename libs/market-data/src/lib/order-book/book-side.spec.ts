import fc from 'fast-check';
import { BookSide } from './book-side.ts';

const WINDOW = 1024;

function levelsOf(side: BookSide, count = Infinity) {
  const levels: [key: number, quantity: number][] = [];
  side.visitBest(count, (key, quantity) => levels.push([key, quantity]));
  return levels;
}

describe('a side of a book', () => {
  it('has no best level when it is empty', () => {
    const side = new BookSide(WINDOW);
    expect([side.bestKey, side.bestQuantity]).toEqual([-Infinity, 0]);
  });

  it('finds the next best when the best goes', () => {
    const side = new BookSide(WINDOW);
    side.set(1000, 1);
    side.set(990, 2);
    side.set(700, 3);
    side.set(1000, 0);
    expect([side.bestKey, side.bestQuantity]).toEqual([990, 2]);
    side.set(990, 0);
    expect([side.bestKey, side.bestQuantity]).toEqual([700, 3]);
    side.set(700, 0);
    expect(side.bestKey).toBe(-Infinity);
  });

  it('takes the removal of a level that is not there for nothing', () => {
    const side = new BookSide(WINDOW);
    side.set(5, 0);
    side.set(1000, 1);
    side.set(999, 0);
    side.set(-50_000, 0);
    expect(levelsOf(side)).toEqual([[1000, 1]]);
  });

  it('keeps levels far from the best, and finds them when the market gets there', () => {
    const side = new BookSide(WINDOW);
    side.set(1_000_000, 1);
    side.set(7, 2);
    side.set(3, 3);
    expect(side.quantityAt(7)).toBe(2);
    side.set(1_000_000, 0);
    expect(levelsOf(side)).toEqual([
      [7, 2],
      [3, 3],
    ]);
  });

  it('begins anew after clear', () => {
    const side = new BookSide(WINDOW);
    side.set(10, 1);
    side.set(-90_000, 1);
    side.clear();
    expect([levelsOf(side), side.quantityAt(10), side.quantityAt(-90_000)]).toEqual([[], 0, 0]);
    side.set(-5000, 2);
    expect(levelsOf(side)).toEqual([[-5000, 2]]);
  });

  it('holds what a sorted map holds, whatever is set', () => {
    const near = fc.integer({ min: 0, max: 3000 });
    const far = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const change = fc.record({
      key: fc.oneof({ arbitrary: near, weight: 9 }, { arbitrary: far, weight: 1 }),
      quantity: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 300 }), (changes) => {
        const side = new BookSide(WINDOW);
        const model = new Map<number, number>();
        for (const { key, quantity } of changes) {
          side.set(key, quantity);
          if (quantity === 0) model.delete(key);
          else model.set(key, quantity);
          expect(side.bestKey).toBe(Math.max(-Infinity, ...model.keys()));
        }
        const sorted = [...model].sort(([a], [b]) => b - a);
        expect(levelsOf(side)).toEqual(sorted);
        expect(levelsOf(side, 3)).toEqual(sorted.slice(0, 3));
        for (const { key } of changes) expect(side.quantityAt(key)).toBe(model.get(key) ?? 0);
      }),
    );
  });
});
