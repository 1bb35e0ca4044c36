import fc from 'fast-check';
import { RecentValues } from './recent-values.ts';

function valuesOf(capacity: number) {
  let now = 0;
  const values = new RecentValues<number>(capacity, () => now);
  return { values, pass: (ms: number) => (now += ms) };
}

describe('the values used last', () => {
  it('live as long as they are told to, and not a millisecond longer', () => {
    const { values, pass } = valuesOf(10);
    values.set('price', 5, 1000);
    pass(999);
    expect(values.get('price')).toBe(5);
    pass(1);
    expect(values.get('price')).toBeUndefined();
    expect(values.size).toBe(0);
  });

  it('make room by the one that has not been used for the longest time', () => {
    const { values } = valuesOf(2);
    values.set('a', 1, 1000);
    values.set('b', 2, 1000);
    values.get('a');
    values.set('c', 3, 1000);
    expect(['a', 'b', 'c'].map((key) => values.get(key))).toEqual([1, undefined, 3]);
  });

  it('are forgotten by name, and by how their names begin', () => {
    const { values } = valuesOf(10);
    for (const key of ['account', 'account/trades', 'price']) values.set(key, 1, 1000);
    values.deleteAll('account');
    expect([values.get('account'), values.get('account/trades'), values.get('price')]).toEqual([
      ...[undefined, undefined, 1],
    ]);
    values.delete('price');
    expect(values.size).toBe(0);
  });

  it('are never more than there is room for, and never older than they may be', () => {
    const step = fc.record({ key: fc.integer({ min: 0, max: 9 }), pass: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (steps, capacity) => {
        const { values, pass } = valuesOf(capacity);
        const written = new Map<string, number>();
        let now = 0;
        for (const { key, pass: ms } of steps) {
          pass(ms);
          now += ms;
          const name = `k${key}`;
          const found = values.get(name);
          if (found !== undefined) {
            expect(found).toBe(written.get(name));
            expect(now - found).toBeLessThan(10);
          }
          values.set(name, now, 10);
          written.set(name, now);
          expect(values.size).toBeLessThanOrEqual(capacity);
        }
      }),
    );
  });
});
