import type { SnapshotSource } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import { depthSnapshot, depthUpdate } from '../../testing/depth.ts';
import { localBooks } from './local-books.ts';

const CHANCE = { uniform: () => 0, normal: () => 0 };

describe('books that are kept here', () => {
  it('are lost at first, and get a snapshot from where they were told to', async () => {
    const asked: string[] = [];
    const source: SnapshotSource = {
      snapshot: (symbol) => {
        asked.push(symbol);
        return Promise.resolve(depthSnapshot(5, [[99, 1]], [[101, 1]]));
      },
    };
    const books = localBooks({ clock: new ManualClock(), rng: CHANCE })(source);
    const book = books.open('BTCUSDT');
    expect(book.state).toEqual({ kind: 'lost', reason: 'noSnapshot' });
    book.apply(depthUpdate(5, 6, [[100, 2]]));
    books.heal('BTCUSDT', book);
    await Promise.resolve();
    await Promise.resolve();
    expect([asked, book.state, book.updateId]).toEqual([['BTCUSDT'], { kind: 'live' }, 6]);
    expect(book.bids(2)).toEqual([
      { ticks: 100, quantity: 2 },
      { ticks: 99, quantity: 1 },
    ]);
    books.close();
  });
});
