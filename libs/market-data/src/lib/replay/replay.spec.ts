import { ManualClock } from '@org/domain/testing';
import { Subject } from 'rxjs';
import { HOUR, MINUTE, START, range, sampleCandle, sampleSeries } from '../../testing/sample-candles.ts';
import { seriesCursor } from '../cursors/series-cursor.ts';
import { Timeline } from '../timeline/timeline.ts';
import type { TimelineItem } from './replay.ts';
import { replay$ } from './replay.ts';

const minutes = (symbol: string, positions: readonly number[]) => () =>
  new Timeline([seriesCursor(sampleSeries(symbol, '1m', positions))]);

/** A subscription under a manual clock, and what came of it. */
function play(open: () => Timeline, speed: number) {
  const clock = new ManualClock();
  const items: TimelineItem[] = [];
  const ended: unknown[] = [];
  const subscription = replay$(open, { speed, clock }).subscribe({
    next: (item) => items.push(item),
    complete: () => ended.push('complete'),
    error: (error) => ended.push(error),
  });
  return { clock, items, ended, subscription };
}

describe('a replay', () => {
  it('gives each bar when its time has come, at the chosen speed', () => {
    const { clock, items, ended } = play(minutes('A', [0, 1, 4]), 60);
    expect(items).toEqual([]);
    clock.pass(0);
    expect(items).toEqual([
      {
        kind: 'candle',
        time: START + MINUTE,
        feed: 0,
        symbol: 'A',
        interval: '1m',
        candle: sampleCandle(START),
      },
    ]);
    clock.pass(999);
    expect(items).toHaveLength(1);
    clock.pass(1);
    expect(items).toHaveLength(2);
    clock.pass(2_999);
    expect([items.length, ended]).toEqual([2, []]);
    clock.pass(1);
    expect([items.length, ended]).toEqual([3, ['complete']]);
    expect(clock.pending).toBe(0);
  });

  it('tells what is missing', () => {
    const { clock, items } = play(
      () =>
        new Timeline([seriesCursor(sampleSeries('A', '1m', [0])), seriesCursor(sampleSeries('B', '1m', []))]),
      Infinity,
    );
    clock.pass(0);
    expect(items.at(-1)).toEqual({
      kind: 'missing',
      time: START + MINUTE,
      missing: [{ symbol: 'B', interval: '1m' }],
    });
  });

  it('catches up without a pause, from the start and not from the last bar', () => {
    const { clock, items } = play(minutes('A', range(10)), 60);
    clock.pass(0);
    clock.lose(5_500);
    clock.pass(0);
    expect(items).toHaveLength(6);
    clock.pass(500);
    expect(items).toHaveLength(7);
  });

  it('goes on at its pace where the clock is set back, while it waits or while a bar is worked', () => {
    const timers = new ManualClock();
    let setBackMs = 0;
    const clock = {
      now: () => timers.now() - setBackMs,
      schedule: (delayMs: number, task: () => void) => timers.schedule(delayMs, task),
    };
    const given: number[] = [];
    replay$(minutes('A', range(6)), { speed: 60, clock }).subscribe(({ time }) => {
      given.push(time);
      if (given.length === 4) setBackMs += HOUR;
    });
    timers.pass(2_500);
    setBackMs = HOUR;
    timers.pass(499);
    expect(given).toHaveLength(3);
    timers.pass(1);
    expect(given).toHaveLength(4);
    timers.pass(999);
    expect(given).toHaveLength(4);
    timers.pass(1);
    expect(given).toHaveLength(5);
    timers.pass(1_000);
    expect(given).toHaveLength(6);
  });

  it('lets others have their turn after some thousand bars', () => {
    const { clock, items } = play(minutes('A', range(10_000)), Infinity);
    const given: number[] = [];
    clock.schedule(0, () => given.push(items.length));
    clock.pass(0);
    expect(given).toEqual([4_096]);
    expect(items).toHaveLength(10_000);
  });

  it('gives way when its consumer takes long', () => {
    const clock = new ManualClock();
    const seen: number[] = [];
    replay$(minutes('A', range(100)), { speed: Infinity, clock }).subscribe(({ time }) => {
      seen.push(time);
      clock.lose(5);
    });
    const counts: number[] = [];
    clock.schedule(0, () => counts.push(seen.length));
    clock.pass(0);
    expect(counts).toEqual([3]);
    clock.pass(1_000);
    expect(seen).toHaveLength(100);
  });

  it('is cold: each subscription plays it anew', () => {
    const clock = new ManualClock();
    const replay = replay$(minutes('A', [0, 1]), { speed: Infinity, clock });
    expect(clock.pending).toBe(0);
    const seen = range(2).map(() => {
      const times: number[] = [];
      replay.subscribe(({ time }) => times.push(time));
      return times;
    });
    clock.pass(0);
    expect(seen).toEqual([
      [START + MINUTE, START + 2 * MINUTE],
      [START + MINUTE, START + 2 * MINUTE],
    ]);
  });

  it('stops when it is left, between two bars or in the middle of them', () => {
    const waiting = play(minutes('A', [0, 1]), 1);
    waiting.clock.pass(0);
    waiting.subscription.unsubscribe();
    expect(waiting.clock.pending).toBe(0);

    const clock = new ManualClock();
    const seen: number[] = [];
    const subscription = replay$(minutes('A', range(10)), { speed: Infinity, clock }).subscribe(
      ({ time }) => {
        seen.push(time);
        if (seen.length === 3) subscription.unsubscribe();
      },
    );
    clock.pass(HOUR);
    expect(seen).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  it('waits for years in delays that a timer can hold', () => {
    const delays: number[] = [];
    const clock = new ManualClock();
    const schedule = clock.schedule.bind(clock);
    const open = () => new Timeline([seriesCursor(sampleSeries('A', '1d', [0, 100]))]);
    const seen: number[] = [];
    replay$(open, {
      speed: 1,
      clock: {
        now: () => clock.now(),
        schedule: (delay, task) => {
          delays.push(delay);
          return schedule(delay, task);
        },
      },
    }).subscribe(({ time }) => seen.push(time));
    clock.pass(100 * 24 * HOUR - 1);
    expect(seen).toHaveLength(1);
    clock.pass(1);
    expect(seen).toHaveLength(2);
    expect(Math.max(...delays)).toBe(2_147_483_647);
    expect(delays).toHaveLength(6);
  });

  it('is over at once where there is nothing', () => {
    const { clock, items, ended } = play(minutes('A', []), 1);
    clock.pass(0);
    expect([items, ended]).toEqual([[], ['complete']]);
  });

  it('passes on what goes wrong on the way', () => {
    const broken = {
      symbol: 'A',
      interval: '1m' as const,
      nextCloseTime: START,
      take: () => sampleCandle(START),
    };
    const { clock, items, ended } = play(() => new Timeline([broken]), Infinity);
    clock.pass(0);
    expect(items).toHaveLength(1);
    expect(String(ended)).toContain('was not taken');

    const closed = play(() => {
      throw new Error('no such market');
    }, 1);
    expect(String(closed.ended)).toBe('Error: no such market');
  });

  it('gives what only warms up without a pause, and is paced from there on', () => {
    const clock = new ManualClock();
    const times: number[] = [];
    const pacedFrom = START + 4 * MINUTE;
    replay$(minutes('A', range(6)), { speed: 60, clock, pacedFrom }).subscribe(({ time }) =>
      times.push(time),
    );
    clock.pass(0);
    expect(times).toHaveLength(4);
    clock.pass(999);
    expect(times).toHaveLength(4);
    clock.pass(1);
    expect(times).toHaveLength(5);
    clock.pass(1_000);
    expect(times).toHaveLength(6);
  });

  it('gives the rest without a pause when it is told to hurry', () => {
    const clock = new ManualClock();
    const hurry$ = new Subject<string>();
    const seen: string[] = [];
    replay$(minutes('A', range(5)), { speed: 1, clock, hurry$ }).subscribe({
      next: ({ time }) => seen.push(String(time - START)),
      complete: () => seen.push('complete'),
    });
    clock.pass(MINUTE);
    expect(seen).toHaveLength(2);
    hurry$.next('now');
    expect([seen.length, hurry$.observed]).toEqual([2, false]);
    clock.pass(0);
    expect(seen).toEqual(['60000', '120000', '180000', '240000', '300000', 'complete']);
    expect(clock.pending).toBe(0);
  });

  it('may be told to hurry before its first bar, and in the middle of one', () => {
    for (const at of [0, 2]) {
      const clock = new ManualClock();
      const hurry$ = new Subject<void>();
      const seen: number[] = [];
      replay$(minutes('A', range(5)), { speed: 1, clock, hurry$ }).subscribe(({ time }) => {
        seen.push(time);
        if (seen.length === at) hurry$.next();
      });
      if (at === 0) hurry$.next();
      clock.pass(at === 0 ? 0 : MINUTE);
      expect(seen).toEqual(range(5).map((bar) => START + (bar + 1) * MINUTE));
      expect(clock.pending).toBe(0);
    }
  });

  it.each([0, -1, NaN])('cannot go at speed %d', (speed) => {
    expect(() => replay$(minutes('A', [0]), { speed, clock: new ManualClock() })).toThrow(
      `found ${speed}; allowed: a speed above 0, or Infinity`,
    );
  });
});
