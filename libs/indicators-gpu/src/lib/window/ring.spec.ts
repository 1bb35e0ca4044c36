import { replaceOldest } from './ring.ts';

describe('a ring', () => {
  it('gives values back in the order in which they came, and goes round in its own cells', () => {
    const cells = Float64Array.of(7, 0, 0, 0, 0, 7);
    const given = [10, 20, 30, 40, 50].map((value) => replaceOldest(cells, 1, 3, value));
    expect(given).toEqual([0, 0, 0, 10, 20]);
    expect([...cells]).toEqual([7, 2, 40, 50, 30, 7]);
  });

  it('of one value gives the one before', () => {
    const cells = new Float64Array(2);
    expect([1, 2, 3].map((value) => replaceOldest(cells, 0, 1, value))).toEqual([0, 1, 2]);
  });
});
