import type { Clock, DepthSnapshot, HealingBook, Rng, SnapshotSource } from '@org/domain';

export interface SnapshotDeskOptions {
  readonly source: SnapshotSource;
  readonly clock: Clock;
  readonly rng: Rng;
  /** How long a book waits for its second snapshot; each further one takes twice as long. Default 1 s. */
  readonly firstDelayMs?: number;
  /**
   * The longest wait. Default 1 min; a book that has been well for as long, or for ten times as long as it would wait now,
   * starts from the beginning.
   */
  readonly lastDelayMs?: number;
}

const FORGIVEN_AFTER_WAITS = 10;

interface Patient {
  readonly book: HealingBook;
  /** How many snapshots it has asked for in a row. */
  readonly attempts: number;
  readonly askedAt: number;
  readonly state: 'well' | 'waiting' | 'queued';
}

/**
 * Where the books of all markets ask for snapshots. They are expensive, so they come one at a time, each book waits longer
 * for each one that did not help, and chance spreads books that were lost together.
 *
 * @example
 * const desk = new SnapshotDesk({ source, clock, rng });
 * book.apply(update);
 * if (book.wantsSnapshot) desk.ask('BTCUSDT', book);
 */
export class SnapshotDesk {
  readonly #options: Required<SnapshotDeskOptions>;
  readonly #patients = new Map<string, Patient>();
  readonly #timers = new Map<string, () => void>();
  #queue: readonly string[] = [];
  #isBusy = false;
  #isClosed = false;

  constructor(options: SnapshotDeskOptions) {
    this.#options = { firstDelayMs: 1000, lastDelayMs: 60_000, ...options };
  }

  /** Asks for a snapshot, which will be loaded into `book`; does nothing while one is on its way. */
  ask(symbol: string, book: HealingBook): void {
    const before = this.#patients.get(symbol);
    if (this.#isClosed || (before !== undefined && before.state !== 'well')) return;
    const now = this.#options.clock.now();
    const isNew = before === undefined || now - before.askedAt > this.#forgivenAfterMs(before.attempts);
    const attempts = isNew ? 0 : before.attempts;
    this.#patients.set(symbol, { book, attempts, askedAt: before?.askedAt ?? now, state: 'waiting' });
    if (attempts === 0) return this.#enqueue(symbol);
    const dueAt = (before?.askedAt ?? now) + this.#delayMs(attempts);
    const cancel = this.#options.clock.schedule(Math.max(0, dueAt - now), () => this.#enqueue(symbol));
    this.#timers.set(symbol, cancel);
  }

  /** Asks for nothing any more. */
  close(): void {
    this.#isClosed = true;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#queue = [];
  }

  /** Between half and the whole of a wait that doubles. */
  #delayMs(attempts: number): number {
    return this.#mostDelayMs(attempts) * (0.5 + this.#options.rng.uniform() / 2);
  }

  #mostDelayMs(attempts: number): number {
    const { firstDelayMs, lastDelayMs } = this.#options;
    return Math.min(lastDelayMs, firstDelayMs * 2 ** (attempts - 1));
  }

  /** Losses that are far apart are no loop, and need no patience. */
  #forgivenAfterMs(attempts: number): number {
    return Math.min(this.#options.lastDelayMs, FORGIVEN_AFTER_WAITS * this.#mostDelayMs(attempts));
  }

  #enqueue(symbol: string): void {
    this.#timers.delete(symbol);
    this.#queue = [...this.#queue, symbol];
    void this.#serve();
  }

  async #serve(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let symbol = this.#queue[0]; symbol !== undefined; symbol = this.#queue[0]) {
      this.#queue = this.#queue.slice(1);
      await this.#mend(symbol);
    }
    this.#isBusy = false;
  }

  async #mend(symbol: string): Promise<void> {
    const patient = this.#patients.get(symbol);
    if (patient === undefined) return;
    const { book, attempts } = patient;
    const askedAt = this.#options.clock.now();
    book.hold();
    const snapshot = await this.#snapshotOf(symbol);
    if (snapshot !== null && !this.#isClosed) book.load(snapshot);
    this.#patients.set(symbol, { book, attempts: attempts + 1, askedAt, state: 'well' });
    if (book.wantsSnapshot) this.ask(symbol, book);
  }

  /** A source that fails has none. */
  async #snapshotOf(symbol: string): Promise<DepthSnapshot | null> {
    try {
      return await this.#options.source.snapshot(symbol);
    } catch {
      return null;
    }
  }
}
