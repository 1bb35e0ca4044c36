import fc from 'fast-check';
import { firstAfter } from './first-after.ts';

describe('the first time after another', () => {
  it('is the one that a look at all of them finds, wherever the search begins and whatever is guessed', () => {
    const ascending = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 80 });
    fc.assert(
      fc.property(
        ascending,
        fc.nat(80),
        fc.integer({ min: -1, max: 301 }),
        fc.nat(90),
        (some, start, end, guess) => {
          const times = some.sort((a, b) => a - b);
          const from = Math.min(start, times.length);
          const naive = times.findIndex((time, place) => place >= from && time > end);
          const first = naive === -1 ? times.length : naive;
          expect(firstAfter(times, from, end)).toBe(first);
          expect(firstAfter(times, from, end, guess)).toBe(first);
          expect(firstAfter(times, from, end, first - from)).toBe(first);
        },
      ),
    );
  });
});
