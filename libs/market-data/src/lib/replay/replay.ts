import type { Candle, Clock, Interval } from '@org/domain';
import { InputError } from '@org/domain';
import { NEVER, Observable, take } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { FeedName } from '../cursors/candle-cursor.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** What a timeline gives, as an object of its own; `time` is ms UTC. */
export type TimelineItem =
  | {
      readonly kind: 'candle';
      readonly time: number;
      /** The number of the feed among the timeline's cursors. */
      readonly feed: number;
      readonly symbol: string;
      readonly interval: Interval;
      readonly candle: Candle;
    }
  | { readonly kind: 'missing'; readonly time: number; readonly missing: readonly FeedName[] };

export interface ReplayOptions {
  /** How many times faster than the market: 1 is the market's own pace, Infinity as fast as items are taken. */
  readonly speed: number;
  readonly clock: Clock;
  /** Items of an earlier market time, in ms UTC, come without a pause: what only warms up. Default: none. */
  readonly pacedFrom?: number;
  /** From its first value on, what is left comes without a pause: what only ends things. Default: never. */
  readonly hurry$?: Observable<unknown>;
}

/** At least so often others get their turn, such as the signal that stops everything. */
const ITEMS_PER_TURN = 4_096;
const TURN_MS = 15;

/** A timer may come a little early; a clock that has gone back further than this was set. */
const CLOCK_SLACK_MS = 100;

/** Node's timers hold no longer delay than this. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * Plays a timeline at a chosen speed. The first item comes in the first turn of the clock, each other one when the time
 * between the two in the market, divided by `speed`, has passed; who falls behind gets what is due without a pause, and a
 * clock that is set back holds nothing up.
 * Cold: each subscription plays `open()` anew, completes at its end, and stops at once when it is left.
 *
 * @throws InputError `speed-out-of-range` unless `speed` is above 0.
 */
export function replay$(open: () => Timeline, options: ReplayOptions): Observable<TimelineItem> {
  const { speed, hurry$ = NEVER } = options;
  if (!(speed > 0)) {
    throw new InputError('speed-out-of-range', {
      what: 'a replay must go forward',
      found: String(speed),
      allowed: 'a speed above 0, or Infinity',
    });
  }
  return new Observable((subscriber) => {
    const playing = new Playing(open(), options, subscriber);
    const hurrying = hurry$.pipe(take(1)).subscribe(() => playing.hurry());
    playing.start();
    return () => {
      hurrying.unsubscribe();
      playing.stop();
    };
  });
}

class Playing {
  readonly #timeline: Timeline;
  readonly #clock: Clock;
  readonly #pacedFrom: number;
  readonly #subscriber: Subscriber<TimelineItem>;
  #speed: number;
  #callOff = () => {};
  /** The first paced item and when it came; undefined before it. */
  #pace: { readonly time: number; readonly startedAt: number } | undefined;
  #begun = false;
  /** What the clock shows at least, unless somebody has set it back. */
  #least = -Infinity;

  constructor(
    timeline: Timeline,
    { speed, clock, pacedFrom = -Infinity }: ReplayOptions,
    subscriber: Subscriber<TimelineItem>,
  ) {
    this.#timeline = timeline;
    this.#speed = speed;
    this.#clock = clock;
    this.#pacedFrom = pacedFrom;
    this.#subscriber = subscriber;
  }

  start(): void {
    this.#after(0, () => {
      this.#begun = true;
      if (!this.#timeline.advance()) return this.#subscriber.complete();
      this.#play();
    });
  }

  stop(): void {
    this.#callOff();
  }

  /** Waits for nothing from now on, not even for what it is waiting for. */
  hurry(): void {
    this.#speed = Infinity;
    if (!this.#begun) return;
    this.#after(0, () => this.#play());
  }

  /** Gives what is due, and comes back for the rest; the timeline stands at an item not yet given. */
  #play(): void {
    const began = this.#now();
    let now = began;
    for (let given = 0; !this.#subscriber.closed; given++) {
      const wait = this.#dueAt(this.#timeline.time, now) - now;
      if (wait > 0 || given === ITEMS_PER_TURN || now - began >= TURN_MS) {
        const delayMs = Math.min(Math.max(wait, 0), LONGEST_DELAY_MS);
        this.#after(delayMs, () => {
          this.#least += delayMs;
          this.#play();
        });
        return;
      }
      this.#subscriber.next(currentItem(this.#timeline));
      if (this.#subscriber.closed) return;
      if (!this.#timeline.advance()) return this.#subscriber.complete();
      now = this.#now();
    }
  }

  /** The time; what is paced by a clock that was set back is moved back with it. */
  #now(): number {
    const now = this.#clock.now();
    const backMs = this.#least - now;
    if (backMs > CLOCK_SLACK_MS && this.#pace !== undefined) {
      this.#pace = { time: this.#pace.time, startedAt: this.#pace.startedAt - backMs };
    }
    this.#least = now;
    return now;
  }

  #dueAt(time: number, now: number): number {
    if (time < this.#pacedFrom) return now;
    this.#pace ??= { time, startedAt: now };
    return this.#pace.startedAt + (time - this.#pace.time) / this.#speed;
  }

  #after(delayMs: number, task: () => void): void {
    this.#callOff();
    this.#callOff = this.#clock.schedule(delayMs, () => {
      try {
        task();
      } catch (error) {
        this.#subscriber.error(error);
      }
    });
  }
}

function currentItem(timeline: Timeline): TimelineItem {
  const { time, feed } = timeline;
  const cursor = timeline.cursors[feed];
  if (cursor === undefined) return { kind: 'missing', time, missing: timeline.missing };
  const { symbol, interval } = cursor;
  return { kind: 'candle', time, feed, symbol, interval, candle: cursor.take() };
}
