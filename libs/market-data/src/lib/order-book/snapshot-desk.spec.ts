import type { DepthSnapshot, Rng } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import { depthSnapshot, depthUpdate } from '../../testing/depth.ts';
import { LocalBook } from './local-book.ts';
import { SnapshotDesk } from './snapshot-desk.ts';

/** The longest wait that chance may choose. */
const LONGEST: Rng = { uniform: () => 1, normal: () => 0 };
const SHORTEST: Rng = { uniform: () => 0, normal: () => 0 };

const settled = () => new Promise((resolve) => setImmediate(resolve));

function deskWith(answers: readonly (DepthSnapshot | null | Error)[], rng = LONGEST) {
  const clock = new ManualClock();
  const startMs = clock.now();
  const asked: string[] = [];
  const source = {
    snapshot: (symbol: string) => {
      const answer = answers[asked.length] ?? null;
      asked.push(`${symbol} ${clock.now() - startMs}`);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const desk = new SnapshotDesk({ source, clock, rng });
  const pass = async (ms: number) => {
    clock.pass(ms);
    await settled();
  };
  return { desk, clock, asked, pass };
}

function lostBook(firstId = 10): LocalBook {
  const book = new LocalBook({ windowTicks: 1024 });
  book.apply(depthUpdate(firstId, firstId));
  return book;
}

const snapshotAt = (id: number) => depthSnapshot(id, [[100, 1]], [[101, 1]]);

describe('the desk for snapshots', () => {
  it('mends a lost book at once', async () => {
    const { desk, asked } = deskWith([snapshotAt(10)]);
    const book = lostBook();
    desk.ask('BTCUSDT', book);
    await settled();
    expect([book.state, book.updateId, asked]).toEqual([{ kind: 'live' }, 10, ['BTCUSDT 0']]);
  });

  it('asks once, however often it is told while a snapshot is on its way', async () => {
    const { desk, asked } = deskWith([snapshotAt(10)]);
    const book = lostBook();
    for (let time = 0; time < 5; time++) desk.ask('BTCUSDT', book);
    await settled();
    expect(asked).toEqual(['BTCUSDT 0']);
  });

  it('serves one market after the other', async () => {
    const answers: ((snapshot: DepthSnapshot) => void)[] = [];
    const source = { snapshot: () => new Promise<DepthSnapshot>((resolve) => answers.push(resolve)) };
    const desk = new SnapshotDesk({ source, clock: new ManualClock(), rng: LONGEST });
    const books = ['A', 'B', 'C'].map((symbol) => {
      const book = lostBook();
      desk.ask(symbol, book);
      return book;
    });
    for (let served = 1; served <= 3; served++) {
      await settled();
      expect(answers.length).toBe(served);
      answers.at(-1)?.(snapshotAt(10));
    }
    await settled();
    expect(books.map(({ state }) => state.kind)).toEqual(['live', 'live', 'live']);
  });

  it('keeps the diffs that come while a live book is refreshed', async () => {
    const { desk } = deskWith([snapshotAt(10), snapshotAt(11)]);
    const book = lostBook();
    desk.ask('BTCUSDT', book);
    await settled();
    desk.ask('BTCUSDT', book);
    book.apply(depthUpdate(11, 12, [[99, 5]]));
    await settled();
    expect([book.state.kind, book.updateId, book.bidQuantityAt(99)]).toEqual(['live', 12, 5]);
  });
});

describe('a storm of snapshots', () => {
  it('does not break out: each that does not help doubles the wait, up to a minute', async () => {
    const tooOld = snapshotAt(1);
    const { desk, asked, pass } = deskWith([
      tooOld,
      null,
      new Error('cut'),
      ...Array.from({ length: 9 }, () => tooOld),
    ]);
    desk.ask('BTCUSDT', lostBook());
    for (let second = 0; second < 190; second++) await pass(1000);
    const at = [0, 1, 3, 7, 15, 31, 63, 123, 183].map((second) => `BTCUSDT ${second * 1000}`);
    expect(asked).toEqual(at);
  });

  it('is not made by a stream that loses a diff a second', async () => {
    const { desk, asked, pass } = deskWith(Array.from({ length: 600 }, (_, i) => snapshotAt(1_000_000 + i)));
    const book = lostBook(1_000_000);
    for (let second = 0; second < 600; second++) {
      if (book.wantsSnapshot) desk.ask('BTCUSDT', book);
      await pass(1000);
      book.apply(depthUpdate(1_000_000 + second * 2, 1_000_000 + second * 2));
    }
    expect(asked.length).toBeLessThan(20);
  });

  it('does not set in together for books that were lost together', async () => {
    const { desk, asked, pass } = deskWith([], SHORTEST);
    desk.ask('BTCUSDT', lostBook());
    await pass(499);
    expect(asked.length).toBe(1);
    await pass(1);
    expect(asked.length).toBe(2);
  });

  it('is forgotten by a book that has been well for a minute', async () => {
    const { desk, asked, pass, clock } = deskWith([null, snapshotAt(10), snapshotAt(20)]);
    const book = lostBook();
    desk.ask('BTCUSDT', book);
    await pass(0);
    await pass(1000);
    expect(book.state.kind).toBe('live');
    await pass(60_001);
    book.apply(depthUpdate(20, 20));
    desk.ask('BTCUSDT', book);
    await settled();
    expect([book.state.kind, asked.length, clock.pending]).toEqual(['live', 3, 0]);
  });

  it('is not seen in losses that are further apart than ten times the wait', async () => {
    const { desk, asked, pass } = deskWith([10, 20, 30].map((id) => snapshotAt(id)));
    const book = lostBook();
    const loseAt = async (id: number) => {
      book.lose('gap');
      book.apply(depthUpdate(id, id));
      desk.ask('BTCUSDT', book);
      await settled();
    };
    desk.ask('BTCUSDT', book);
    await pass(10_001);
    await loseAt(20);
    await pass(300);
    await loseAt(30);
    await pass(700);
    // The third waits for 1 s, as a second one does, and not for 2 s.
    expect(asked).toEqual(['BTCUSDT 0', 'BTCUSDT 10001', 'BTCUSDT 11001']);
  });

  it('ends with the desk', async () => {
    const { desk, asked, pass, clock } = deskWith([]);
    desk.ask('BTCUSDT', lostBook());
    await pass(0);
    desk.close();
    await pass(100_000);
    desk.ask('ETHUSDT', lostBook());
    await settled();
    expect([asked.length, clock.pending]).toEqual([1, 0]);
  });
});
