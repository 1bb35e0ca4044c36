import fc from 'fast-check';
import type { Levels } from '../../testing/depth.ts';
import { depthSnapshot, depthUpdate, recordedDepth } from '../../testing/depth.ts';
import { hasSharedData } from '../../testing/shared-data.ts';
import { LocalBook } from './local-book.ts';

const LIVE = { kind: 'live' };
const BIDS: Levels = [
  [100, 1],
  [99, 2],
];
const ASKS: Levels = [
  [101, 3],
  [103, 4],
];

/** Live at update 10, whole: the snapshot had fewer levels than it might. */
function liveBook(limit = 1000): LocalBook {
  const book = new LocalBook({ windowTicks: 1024 });
  book.apply(depthUpdate(10, 10));
  expect(book.load(depthSnapshot(10, BIDS, ASKS, limit))).toBe('loaded');
  return book;
}

const best = (book: LocalBook) => [book.bestBid, book.bestBidQuantity, book.bestAsk, book.bestAskQuantity];

describe('a local book', () => {
  it('shows nothing before its first snapshot, and wants one as soon as it has seen a diff', () => {
    const book = new LocalBook();
    expect([book.state, book.wantsSnapshot]).toEqual([{ kind: 'lost', reason: 'noSnapshot' }, false]);
    expect(book.load(depthSnapshot(10, BIDS, ASKS))).toBe('tooOld');
    expect(book.apply(depthUpdate(5, 6, [[90, 1]]))).toBe('held');
    expect([book.wantsSnapshot, book.bids(5), best(book)]).toEqual([true, [], [-Infinity, 0, Infinity, 0]]);
  });

  it('is the snapshot with the diffs that came before it and reach beyond it', () => {
    const book = new LocalBook({ windowTicks: 1024 });
    book.apply(depthUpdate(7, 8, [[100, 7]]));
    book.apply(depthUpdate(9, 10, [[100, 8]]));
    book.apply(depthUpdate(11, 13, [[100, 0]], [[102, 5]]));
    expect(book.load(depthSnapshot(10, BIDS, ASKS))).toBe('loaded');
    expect([book.state, book.updateId, ...best(book)]).toEqual([LIVE, 13, 99, 2, 101, 3]);
    expect(book.asks(2)).toEqual([
      { ticks: 101, quantity: 3 },
      { ticks: 102, quantity: 5 },
    ]);
  });

  it('takes a snapshot that lies within a diff', () => {
    const book = new LocalBook({ windowTicks: 1024 });
    book.apply(depthUpdate(7, 12, [[98, 7]]));
    expect([book.load(depthSnapshot(10, BIDS, ASKS)), book.updateId]).toEqual(['loaded', 12]);
  });

  it('changes with each diff that begins where the last one ended', () => {
    const book = liveBook();
    expect(book.apply(depthUpdate(11, 12, [[100, 0]], [[101, 9]]))).toBe('changed');
    expect([book.updateId, ...best(book)]).toEqual([12, 99, 2, 101, 9]);
  });

  it('may lack the levels of a side', () => {
    const book = liveBook();
    const gone = ASKS.map(([ticks]) => [ticks, 0] as const);
    expect(book.apply(depthUpdate(11, 11, [], gone))).toBe('changed');
    expect(best(book)).toEqual([100, 1, Infinity, 0]);
  });
});

describe('E5: a gap in the diffs', () => {
  it('empties the book at once, and the diff behind the gap waits for a snapshot', () => {
    const book = liveBook();
    expect(book.apply(depthUpdate(13, 14, [[98, 1]]))).toBe('gap');
    expect([book.state, best(book)]).toEqual([{ kind: 'lost', reason: 'gap' }, [-Infinity, 0, Infinity, 0]]);
    expect([book.bids(9), book.bidQuantityAt(99), book.wantsSnapshot]).toEqual([[], null, true]);
    expect(book.load(depthSnapshot(12, BIDS, ASKS))).toBe('loaded');
    expect([book.state, book.updateId, book.bidQuantityAt(98)]).toEqual([LIVE, 14, 1]);
  });

  it('makes diffs useless that wait in front of it', () => {
    const book = new LocalBook({ windowTicks: 1024 });
    book.apply(depthUpdate(5, 6));
    book.apply(depthUpdate(9, 9));
    expect(book.load(depthSnapshot(7, BIDS, ASKS))).toBe('tooOld');
    expect([book.load(depthSnapshot(8, BIDS, ASKS)), book.updateId]).toEqual(['loaded', 9]);
  });

  it('also arises where more diffs wait than are kept', () => {
    const book = new LocalBook({ heldUpdates: 2 });
    for (let id = 1; id <= 4; id++) book.apply(depthUpdate(id, id));
    expect(book.load(depthSnapshot(1, BIDS, ASKS))).toBe('tooOld');
    expect(book.load(depthSnapshot(2, BIDS, ASKS))).toBe('loaded');
  });
});

describe('E6: a snapshot older than the first diff', () => {
  it('is refused, and the diffs go on waiting', () => {
    const book = new LocalBook({ windowTicks: 1024 });
    book.apply(depthUpdate(12, 14));
    expect(book.load(depthSnapshot(10, BIDS, ASKS))).toBe('tooOld');
    expect([book.state.kind, book.wantsSnapshot]).toEqual(['lost', true]);
    expect([book.load(depthSnapshot(11, BIDS, ASKS)), book.updateId]).toEqual(['loaded', 14]);
  });

  it('leaves a live book as it is', () => {
    const book = liveBook();
    book.hold();
    book.apply(depthUpdate(11, 11, [[100, 6]]));
    expect(book.load(depthSnapshot(9, [], []))).toBe('tooOld');
    expect([book.state, best(book)]).toEqual([LIVE, [100, 6, 101, 3]]);
  });

  it('is refused too when the stream has ended while it was on its way', () => {
    const book = liveBook();
    book.hold();
    book.lose('disconnected');
    expect(book.load(depthSnapshot(11, BIDS, ASKS))).toBe('tooOld');
    expect(book.state).toEqual({ kind: 'lost', reason: 'disconnected' });
  });
});

describe('E7: levels outside of the snapshot', () => {
  it('are unknown, not empty, until they change', () => {
    const book = liveBook(2);
    expect([book.bidQuantityAt(99), book.bidQuantityAt(98), book.askQuantityAt(104)]).toEqual([
      2,
      null,
      null,
    ]);
    expect([book.askQuantityAt(102), liveBook().askQuantityAt(104)]).toEqual([0, 0]);
    book.apply(depthUpdate(11, 11, [[98, 5]]));
    expect([book.bidQuantityAt(98), book.bids(9).length]).toEqual([5, 2]);
  });

  it('are removed without harm when they were never seen', () => {
    const book = liveBook(2);
    expect(book.apply(depthUpdate(11, 11, [[50, 0]], [[900_000, 0]]))).toBe('changed');
    expect([book.state, best(book)]).toEqual([LIVE, [100, 1, 101, 3]]);
  });

  it('make a best price doubtful that has come to them, and a new snapshot is wanted before', () => {
    const bids = Array.from({ length: 9 }, (_, i) => [100 - i, 1] as const);
    const asks = Array.from({ length: 9 }, (_, i) => [101 + i, 1] as const);
    const book = new LocalBook({ windowTicks: 1024 });
    book.apply(depthUpdate(10, 10));
    book.load(depthSnapshot(10, bids, asks, 9));
    const eaten = (count: number) => bids.slice(0, count).map(([ticks]) => [ticks, 0] as const);
    book.apply(depthUpdate(11, 11, [[80, 1], ...eaten(6)]));
    expect([book.bestBid, book.isBestKnown, book.wantsSnapshot]).toEqual([94, true, false]);
    book.apply(depthUpdate(12, 12, eaten(7)));
    expect([book.bestBid, book.isBestKnown, book.wantsSnapshot]).toEqual([93, true, true]);
    book.apply(depthUpdate(13, 13, eaten(9)));
    expect([book.bestBid, book.isBestKnown, book.state]).toEqual([80, false, LIVE]);
  });

  it('become known by a snapshot that a live book takes without a break', () => {
    const book = liveBook(2);
    book.hold();
    book.apply(depthUpdate(11, 12, [[100, 8]]));
    book.apply(depthUpdate(13, 14, [], [[101, 0]]));
    expect(book.load(depthSnapshot(12, [[100, 8], ...BIDS.slice(1), [97, 1]], ASKS))).toBe('loaded');
    expect([book.updateId, ...best(book), book.bidQuantityAt(97)]).toEqual([14, 100, 8, 103, 4, 1]);
  });
});

describe('E8: diffs that are known already', () => {
  it('change nothing, live or waiting', () => {
    const book = liveBook();
    expect(book.apply(depthUpdate(9, 10, [[100, 0]]))).toBe('stale');
    expect(best(book)).toEqual([100, 1, 101, 3]);
    book.lose('disconnected');
    expect(book.apply(depthUpdate(20, 21))).toBe('held');
    expect(book.apply(depthUpdate(20, 21))).toBe('stale');
  });
});

describe('a crossed book', () => {
  it('is none: it is lost before anybody sees it', () => {
    const book = liveBook();
    expect(book.apply(depthUpdate(11, 11, [[101, 1]]))).toBe('crossed');
    expect([book.state, best(book)]).toEqual([
      { kind: 'lost', reason: 'crossed' },
      [-Infinity, 0, Infinity, 0],
    ]);
  });

  it('is not taken from a snapshot either', () => {
    const book = new LocalBook({ windowTicks: 1024 });
    book.apply(depthUpdate(10, 10));
    expect(book.load(depthSnapshot(10, [[102, 1]], ASKS))).toBe('crossed');
    expect(book.state).toEqual({ kind: 'lost', reason: 'crossed' });
  });
});

describe('I7: whatever is lost, repeated or late', () => {
  it('a live book is the exchange’s book at its update id', () => {
    const change = fc.record({ ticks: fc.integer({ min: 1, max: 400 }), quantity: fc.nat(3) });
    const step = fc.record({
      bids: fc.array(change, { maxLength: 4 }),
      asks: fc.array(change, { maxLength: 4 }),
      fate: fc.constantFrom('sent', 'sent', 'sent', 'dropped', 'twice'),
      snapshotAge: fc.option(fc.nat(4)),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        const book = new LocalBook({ windowTicks: 1024, heldUpdates: 8 });
        let truth: Truth = { bids: new Map(), asks: new Map() };
        const truths = [truth];
        for (const { bids, asks, fate, snapshotAge } of steps) {
          const id = truths.length;
          const changes = { bids: levels(bids, 0), asks: levels(asks, 1000) };
          truth = { bids: changed(truth.bids, changes.bids), asks: changed(truth.asks, changes.asks) };
          truths.push(truth);
          const update = depthUpdate(id, id, changes.bids, changes.asks);
          for (let time = fate === 'dropped' ? 2 : fate === 'sent' ? 1 : 0; time < 2; time++)
            book.apply(update);
          const at = id - (snapshotAge ?? id);
          if (snapshotAge !== null && at > 0) book.load(depthSnapshot(at, ...sorted(truths[at]!)));
          if (book.state.kind === 'live') expect(shown(book)).toEqual(sorted(truths[book.updateId]!));
        }
      }),
    );
  });
});

interface Truth {
  readonly bids: ReadonlyMap<number, number>;
  readonly asks: ReadonlyMap<number, number>;
}

const levels = (changes: readonly { ticks: number; quantity: number }[], offset: number): Levels =>
  changes.map(({ ticks, quantity }) => [ticks + offset, quantity]);

function changed(side: ReadonlyMap<number, number>, changes: Levels): ReadonlyMap<number, number> {
  const next = new Map(side);
  for (const [ticks, quantity] of changes) {
    if (quantity === 0) next.delete(ticks);
    else next.set(ticks, quantity);
  }
  return next;
}

function sorted({ bids, asks }: Truth): [Levels, Levels] {
  return [[...bids].sort(([a], [b]) => b - a), [...asks].sort(([a], [b]) => a - b)];
}

function shown(book: LocalBook): [Levels, Levels] {
  const pairs = (side: readonly { ticks: number; quantity: number }[]): Levels =>
    side.map(({ ticks, quantity }) => [ticks, quantity]);
  return [pairs(book.bids(Infinity)), pairs(book.asks(Infinity))];
}

(hasSharedData ? describe : describe.skip)('the recorded depth of 2024-08-08', () => {
  it('has no gap, is never crossed, and agrees with every best price that was recorded at the same update', () => {
    const book = new LocalBook();
    const outcomes = { held: 0, changed: 0, stale: 0, gap: 0, crossed: 0 };
    const tickers = new Map<number, readonly [bid: number, ask: number]>();
    const records = recordedDepth();
    for (const record of records) {
      if (record.kind === 'ticker') tickers.set(record.updateId, [record.bid, record.ask]);
    }
    let [compared, equal] = [0, 0];
    for (const record of records) {
      if (record.kind === 'snapshot') expect(book.load(record.snapshot)).toBe('loaded');
      if (record.kind !== 'update') continue;
      outcomes[book.apply(record.update)]++;
      const ticker = tickers.get(book.updateId);
      if (book.state.kind === 'lost' || ticker === undefined) continue;
      compared++;
      if (ticker[0] === book.bestBid && ticker[1] === book.bestAsk) equal++;
    }
    expect(outcomes).toEqual({ held: 3, changed: 6492, stale: 0, gap: 0, crossed: 0 });
    expect([compared, equal]).toEqual([1072, 1072]);
  });
});
