import type { Clock, Rng } from '@org/domain';
import type { Observable, Subscriber } from 'rxjs';
import { Observable as Stream } from 'rxjs';
import { backOffMs } from '../../../sockets/back-off.ts';
import type { Sequence, SequencePage, SequenceSignal } from './sequence.ts';

export interface SequenceTerms {
  readonly clock: Clock;
  readonly rng: Rng;
}

/** The source of the past may be behind the stream: so often it is asked again before what it lacks is told as absent. */
const MOST_LAGS = 4;
/** More than this is not held while the past is read, but read with it. */
const MOST_HELD = 20_000;

/**
 * Tells everything once and in order: what comes twice is dropped, and what was missed is asked for before what follows it
 * is told. While a connection is lost, and until all that was missed has been told, the stream says so.
 */
export function inSequence$<Item, News>(
  signals$: Observable<SequenceSignal<Item>>,
  sequence: Sequence<Item, News>,
  terms: SequenceTerms,
): Observable<News> {
  return new Stream((listener) => {
    const keeper = new SequenceKeeper(sequence, terms, listener);
    keeper.begin();
    const heard = signals$.subscribe({
      next: (signal) => keeper.hear(signal),
      error: (error: unknown) => listener.error(error),
    });
    return () => {
      heard.unsubscribe();
      keeper.close();
    };
  });
}

class SequenceKeeper<Item, News> {
  readonly #sequence: Sequence<Item, News>;
  readonly #terms: SequenceTerms;
  readonly #listener: Subscriber<News>;
  /** The key of what is told next; null before anything is known. */
  #next: number | null;
  /** The furthest key that was heard of. */
  #reached = Number.NEGATIVE_INFINITY;
  /** Heard while the past is read. */
  #held: Item[] = [];
  #isDown = false;
  #isToldLost = false;
  #isReading = false;
  #mustRead = false;
  #isClosed = false;
  #stopPausing: () => void = () => undefined;

  constructor(sequence: Sequence<Item, News>, terms: SequenceTerms, listener: Subscriber<News>) {
    this.#sequence = sequence;
    this.#terms = terms;
    this.#listener = listener;
    this.#next = sequence.from;
  }

  /** What lies in the past already needs no stream. */
  begin(): void {
    if (this.#next !== null) this.#read(this.#next);
  }

  hear(signal: SequenceSignal<Item>): void {
    switch (signal.kind) {
      case 'item':
        return this.#take(signal.item);
      case 'lost':
        this.#isDown = true;
        if (!this.#isToldLost) this.#tell(this.#sequence.lost());
        this.#isToldLost = true;
        return;
      case 'back':
        this.#isDown = false;
        if (this.#next === null) this.#restore();
        else if (this.#isToldLost) this.#read(this.#next);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#stopPausing();
  }

  #take(item: Item): void {
    const key = this.#sequence.keyOf(item);
    this.#next ??= key;
    if (key < this.#next) return;
    this.#reached = Math.max(this.#reached, key);
    const isWhole = this.#sequence.isWhole(item);
    if (isWhole && (this.#isReading || key > this.#next)) this.#hold(item);
    else if (isWhole) this.#pass(item, false);
    if (!this.#isReading && key > this.#next) this.#read(this.#next);
  }

  #hold(item: Item): void {
    if (this.#held.length < MOST_HELD) {
      this.#held.push(item);
      return;
    }
    this.#held = [];
    this.#reached = this.#sequence.after(this.#reached);
  }

  #read(from: number): void {
    this.#mustRead = true;
    if (!this.#isReading) void this.#catchUp(from);
  }

  async #catchUp(from: number): Promise<void> {
    this.#isReading = true;
    for (let next = from; this.#mustRead; next = this.#release(next)) {
      this.#mustRead = false;
      next = await this.#readFrom(next);
      if (this.#isClosed) return;
    }
    this.#isReading = false;
    this.#restore();
  }

  /** Tells the past up to where the stream goes on. Gives what is next. */
  async #readFrom(from: number): Promise<number> {
    let next = from;
    for (let failures = 0, lags = 0; !this.#isClosed;) {
      const reading = await this.#sequence.read(next);
      if (this.#isClosed) break;
      if (reading.kind === 'unread') {
        failures += 1;
        await this.#pause(failures);
        continue;
      }
      failures = 0;
      next = this.#tellPage(reading.value, next);
      if (reading.value.isFull) continue;
      const heard = this.#firstHeard();
      if (heard <= next) return next;
      lags += 1;
      if (lags === MOST_LAGS) return this.#skipTo(heard, next);
      await this.#pause(lags);
    }
    return next;
  }

  /** Everything before it must come from the past. */
  #firstHeard(): number {
    const [first] = this.#held;
    return first === undefined ? this.#reached : this.#sequence.keyOf(first);
  }

  #tellPage({ items, knownTo }: SequencePage<Item>, from: number): number {
    let next = from;
    for (const item of items) {
      const key = this.#sequence.keyOf(item);
      if (key < next) continue;
      this.#skipTo(key, next);
      next = this.#pass(item, true);
    }
    return this.#skipTo(knownTo, next);
  }

  /** Tells that there is nothing between. */
  #skipTo(key: number, next: number): number {
    if (key <= next) return next;
    this.#tell(this.#sequence.absent(next, key));
    this.#next = key;
    return key;
  }

  /** Tells what was held as far as one follows the other; where one is missing, the past must be read again. */
  #release(from: number): number {
    const held = this.#held;
    let next = from;
    for (const [index, item] of held.entries()) {
      const key = this.#sequence.keyOf(item);
      if (key > next) {
        this.#held = held.slice(index);
        this.#mustRead = true;
        return next;
      }
      if (key === next) next = this.#pass(item, false);
    }
    this.#held = [];
    if (this.#reached > next) this.#mustRead = true;
    return next;
  }

  #pass(item: Item, isRepaired: boolean): number {
    const next = this.#sequence.after(this.#sequence.keyOf(item));
    this.#next = next;
    this.#tell(this.#sequence.told(item, isRepaired));
    return next;
  }

  #restore(): void {
    if (this.#isDown || !this.#isToldLost || this.#isReading) return;
    this.#isToldLost = false;
    this.#tell(this.#sequence.restored());
  }

  #tell(news: News): void {
    if (!this.#isClosed) this.#listener.next(news);
  }

  #pause(attempts: number): Promise<void> {
    const { clock, rng } = this.#terms;
    return new Promise((resolve) => {
      const cancel = clock.schedule(backOffMs(attempts, rng), resolve);
      this.#stopPausing = () => {
        cancel();
        resolve();
      };
    });
  }
}
