import { ManualClock } from '@org/domain/testing';
import fc from 'fast-check';
import { Subject } from 'rxjs';
import type { Reading } from '../rest/reading.ts';
import { inSequence$ } from './in-sequence.ts';
import type { Sequence, SequencePage, SequenceSignal } from './sequence.ts';

const CHANCE = { uniform: () => 0, normal: () => 0 };
const UNREAD = { kind: 'unread', code: null, reason: 'cut' } as const;

/** A page of a past in which `existing` numbers have happened. */
function pageOf(existing: readonly number[], from: number, size = 3): Reading<SequencePage<number>> {
  const rows = existing.filter((key) => key >= from).slice(0, size);
  return { kind: 'read', value: { items: rows, knownTo: from, isFull: rows.length === size } };
}

/** Whole numbers in a row; a half is the whole number above it, still going on. */
function openSequence(options: { from?: number | null } = {}) {
  const signals$ = new Subject<SequenceSignal<number>>();
  const clock = new ManualClock();
  const asked: number[] = [];
  const answers: ((reading: Reading<SequencePage<number>>) => void)[] = [];
  const sequence: Sequence<number, string> = {
    from: options.from ?? null,
    keyOf: (item) => Math.ceil(item),
    after: (key) => key + 1,
    isWhole: (item) => Number.isInteger(item),
    read: (from) => {
      asked.push(from);
      return new Promise((resolve) => answers.push(resolve));
    },
    told: (item, isRepaired) => (isRepaired ? `${item} repaired` : `${item}`),
    absent: (from, to) => `none of ${from} to ${to - 1}`,
    lost: () => 'lost',
    restored: () => 'restored',
  };
  const told: string[] = [];
  const subscription = inSequence$(signals$, sequence, { clock, rng: CHANCE }).subscribe((news) =>
    told.push(news),
  );
  const hear = (...items: readonly number[]) => {
    for (const item of items) signals$.next({ kind: 'item', item });
  };
  const answer = async (reading: Reading<SequencePage<number>>) => {
    answers.shift()?.(reading);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  const lose = () => signals$.next({ kind: 'lost' });
  const comeBack = () => signals$.next({ kind: 'back' });
  return { signals$, clock, asked, told, hear, answer, lose, comeBack, subscription };
}

describe('things that come one after the other', () => {
  it('are told as they come, from the first on', () => {
    const { told, asked, hear } = openSequence();
    hear(5, 6, 7);
    expect([told, asked]).toEqual([['5', '6', '7'], []]);
  });

  it('are told once', () => {
    const { told, hear } = openSequence();
    hear(5, 5, 6, 5, 6, 7);
    expect(told).toEqual(['5', '6', '7']);
  });

  it('are told when they are whole', () => {
    const { told, hear } = openSequence();
    hear(4.5, 4.7, 5, 5.5);
    expect(told).toEqual(['5']);
  });

  it('hold up what follows a gap until what was missed has been asked for', async () => {
    const { told, asked, hear, answer } = openSequence();
    hear(5, 8, 9);
    expect([told, asked]).toEqual([['5'], [6]]);
    await answer(pageOf([6, 7], 6));
    expect(told).toEqual(['5', '6 repaired', '7 repaired', '8', '9']);
  });

  it('are missed when something later goes on already', async () => {
    const { told, asked, hear, answer } = openSequence();
    hear(5, 6.5);
    await answer(pageOf([6], 6));
    expect([told, asked]).toEqual([['5', '6 repaired'], [6]]);
    hear(6, 7);
    expect(told).toEqual(['5', '6 repaired', '7']);
  });

  it('are read page by page', async () => {
    const { told, asked, hear, answer } = openSequence();
    hear(1, 6);
    await answer(pageOf([2, 3, 4, 5, 6], 2));
    await answer(pageOf([5, 6], 5));
    expect(asked).toEqual([2, 5]);
    expect(told).toEqual(['1', '2 repaired', '3 repaired', '4 repaired', '5 repaired', '6 repaired']);
  });

  it('are told as absent where what follows was told without them, and are not made up', async () => {
    const { told, hear, answer } = openSequence();
    hear(1, 5);
    await answer(pageOf([4, 5], 2));
    expect(told).toEqual(['1', 'none of 2 to 3', '4 repaired', '5 repaired']);
  });

  it('are asked for again where the past lags behind, and told as absent after four answers without them', async () => {
    const { told, asked, hear, answer, clock } = openSequence();
    hear(1, 4);
    for (let lag = 0; lag < 3; lag++) {
      await answer(pageOf([], 2));
      expect(told).toEqual(['1']);
      clock.pass(60_000);
      await answer(UNREAD);
      clock.pass(60_000);
    }
    await answer(pageOf([2], 2));
    expect(told).toEqual(['1', '2 repaired', 'none of 3 to 3', '4']);
    expect(asked.every((from) => from === 2)).toBe(true);
  });

  it('wait for as long as nobody answers, with more and more patience', async () => {
    const { told, asked, hear, answer, clock } = openSequence();
    hear(1, 3);
    const at: number[] = [];
    const began = clock.now();
    for (let attempt = 0; attempt < 10; attempt++) {
      await answer(UNREAD);
      const before = asked.length;
      while (asked.length === before) {
        clock.pass(500);
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      }
      at.push((clock.now() - began) / 1000);
    }
    expect(at).toEqual([0.5, 1.5, 3.5, 7.5, 15.5, 31.5, 63.5, 123.5, 183.5, 243.5]);
    await answer(pageOf([2], 2));
    expect(told).toEqual(['1', '2 repaired', '3']);
  });
});

describe('a connection that is lost', () => {
  it('is told, and told as back when all that was missed has been told', async () => {
    const { told, hear, answer, lose, comeBack } = openSequence();
    hear(1);
    lose();
    comeBack();
    hear(4);
    expect(told).toEqual(['1', 'lost']);
    await answer(pageOf([2, 3], 2));
    expect(told).toEqual(['1', 'lost', '2 repaired', '3 repaired', '4', 'restored']);
  });

  it('has the past asked even when nothing comes after it', async () => {
    const { told, hear, answer, lose, comeBack } = openSequence();
    hear(1);
    lose();
    comeBack();
    await answer(pageOf([2], 2));
    expect(told).toEqual(['1', 'lost', '2 repaired', 'restored']);
  });

  it('that is lost again while the past is read is not told as back', async () => {
    const { told, asked, hear, answer, lose, comeBack } = openSequence();
    hear(1);
    lose();
    comeBack();
    lose();
    await answer(pageOf([2], 2));
    expect(told).toEqual(['1', 'lost', '2 repaired']);
    comeBack();
    await answer(pageOf([3], 3));
    expect([told.slice(3), asked]).toEqual([
      ['3 repaired', 'restored'],
      [2, 3],
    ]);
  });

  it('before anything came has missed nothing', () => {
    const { told, asked, lose, comeBack } = openSequence();
    lose();
    lose();
    comeBack();
    expect([told, asked]).toEqual([['lost', 'restored'], []]);
  });
});

describe('a sequence with a beginning', () => {
  it('asks for the past at once, and goes on with the stream', async () => {
    const { told, asked, hear, answer } = openSequence({ from: 3 });
    hear(4.5);
    await answer(pageOf([3, 4], 3));
    hear(5);
    expect([told, asked]).toEqual([['3 repaired', '4 repaired', '5'], [3]]);
  });
});

describe('a sequence that nobody listens to any more', () => {
  it('says and asks nothing, and leaves its source', async () => {
    const { signals$, told, asked, hear, answer, subscription, clock } = openSequence();
    hear(1, 3);
    await answer(UNREAD);
    subscription.unsubscribe();
    clock.pass(120_000);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    expect([told, asked, signals$.observed, clock.pending]).toEqual([['1'], [2], false, 0]);
  });
});

describe('whatever happens on the way', () => {
  /** What becomes of the next thing: heard, heard twice, lost, heard early, or lost with the connection. */
  const fate = fc.constantFrom('heard', 'twice', 'dropped', 'early', 'cut', 'missing' as const);

  it('each thing that exists is told once and in order, and each that does not as absent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 40 }), async (fates) => {
        const { told, hear, answer, lose, comeBack, asked, clock } = openSequence();
        const existing = fates.flatMap((what, index) => (what === 'missing' ? [] : [index + 1]));
        const last = fates.length + 1;
        hear(0);
        let answered = 0;
        const settle = async () => {
          while (answered < asked.length) {
            await answer(pageOf([...existing, last], asked[answered++] ?? 0));
            clock.pass(60_000);
            for (let turn = 0; turn < 10; turn++) await Promise.resolve();
          }
        };
        for (const [index, what] of fates.entries()) {
          const key = index + 1;
          if (what === 'heard') hear(key);
          if (what === 'twice') hear(key, key);
          if (what === 'early') hear(key - 0.5, key);
          if (what === 'cut') {
            lose();
            comeBack();
          }
          if (index % 3 === 0) await settle();
        }
        hear(last);
        await settle();
        const there = told.filter((news) => /^\d/.test(news)).map((news) => parseInt(news, 10));
        expect(there).toEqual([0, ...existing, last]);
        const absent = told.flatMap((news) => {
          const [, from = 0, to = -1] = /^none of (\d+) to (\d+)$/.exec(news)?.map(Number) ?? [];
          return Array.from({ length: to - from + 1 }, (_, index) => from + index);
        });
        expect(absent).toEqual(fates.flatMap((what, index) => (what === 'missing' ? [index + 1] : [])));
      }),
    );
  });
});
