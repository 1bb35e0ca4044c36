import type { LevelsChanged } from './capture.ts';
import { RecordedBook } from './recorded-book.ts';

const book = () =>
  new RecordedBook({
    lastUpdateId: 10,
    bids: [
      [100, 5],
      [98, 7],
    ],
    asks: [
      [102, 4],
      [103, 6],
    ],
  });

const changed = (firstUpdateId: number, lastUpdateId: number, levels: Partial<LevelsChanged> = {}) => ({
  ...({ kind: 'levels', time: 0, bids: [], asks: [] } as const),
  firstUpdateId,
  lastUpdateId,
  ...levels,
});

describe('a recorded book', () => {
  it('knows its best prices, what rests at a price, and what rests there or better', () => {
    const sides = book();
    expect([sides.best('buy'), sides.best('sell')]).toEqual([100, 102]);
    expect([sides.at('buy', 98), sides.at('buy', 99)]).toEqual([7, 0]);
    // 100 · 5 + 98 · 7 and 102 · 4
    expect([sides.worthUpTo('buy', 98), sides.worthUpTo('sell', 102)]).toEqual([1_186, 408]);
  });

  it('takes in levels that came, changed and went', () => {
    const sides = book();
    sides.apply(
      changed(11, 12, {
        bids: [
          [100, 0],
          [99, 1],
        ],
        asks: [[102, 9]],
      }),
    );
    expect([sides.best('buy'), sides.at('buy', 99), sides.at('sell', 102)]).toEqual([99, 1, 9]);
  });

  it('leaves out what is older than itself', () => {
    const sides = book();
    sides.apply(changed(9, 10, { bids: [[100, 0]] }));
    expect(sides.best('buy')).toBe(100);
  });

  it('takes changes that begin before it and end after', () => {
    const sides = book();
    sides.apply(changed(8, 11, { bids: [[101, 1]] }));
    expect(sides.best('buy')).toBe(101);
  });

  it('does not go on over a gap', () => {
    expect(() => book().apply(changed(12, 13))).toThrow('lacks updates of the book; found 12 after 10');
  });

  it('has an infinitely bad best where nothing rests', () => {
    const empty = new RecordedBook({ lastUpdateId: 1, bids: [], asks: [] });
    expect([empty.best('buy'), empty.best('sell')]).toEqual([-Infinity, Infinity]);
  });
});
