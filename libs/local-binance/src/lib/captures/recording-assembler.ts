import type { RecordedDifference, RecordedEvent, RecordedSnapshot, RecordedTrade } from '@org/simulator';

/** A difference with the first update that is in it. */
export interface LinkedDifference {
  readonly firstId: number;
  readonly difference: RecordedDifference;
}

/** How the pieces of a recording fit together. */
export interface RecordingFacts {
  readonly snapshots: number;
  readonly differences: number;
  /** Differences that were in the snapshot, or in a difference before, already. */
  readonly staleDifferences: number;
  /** Where updates are missing: from there to the next snapshot nothing is known. */
  readonly gaps: number;
  readonly trades: number;
}

/** What comes first at one time: a difference tells what had become of the book by then, trades included. */
const RANKS = { snapshot: 0, trade: 1, difference: 2 } as const;

/**
 * Puts a recording together by the rules that the exchange gives for a local book: differences are gathered until a
 * snapshot comes; those that it holds already are stale; each of the others must go on where the one before ended.
 */
export class RecordingAssembler {
  readonly #events: RecordedEvent[] = [];
  #waiting: LinkedDifference[] = [];
  /** The update that the book is at; null while there is none. */
  #updateId: number | null = null;
  #lastTime = 0;
  #facts = { snapshots: 0, differences: 0, staleDifferences: 0, gaps: 0, trades: 0 };
  /** Nothing is known from here on; Infinity while all is well. */
  #endTime = Infinity;

  /** `receivedAt` dates a snapshot that came before any difference; it carries no time of its own. */
  addSnapshot(snapshot: Omit<RecordedSnapshot, 'time'>, receivedAt: number | null): void {
    if (this.#updateId !== null) return;
    const stale = this.#waiting.filter(({ difference }) => difference.updateId <= snapshot.updateId);
    const later = this.#waiting.slice(stale.length);
    if (later[0] !== undefined && later[0].firstId > snapshot.updateId + 1) return;
    const time = stale.at(-1)?.difference.time ?? later[0]?.difference.time ?? this.#timeOr(receivedAt);
    this.#facts.snapshots++;
    this.#facts.staleDifferences += stale.length;
    this.#events.push({ ...snapshot, time });
    this.#updateId = snapshot.updateId;
    this.#waiting = [];
    this.#endTime = Infinity;
    for (const difference of later) this.addDifference(difference);
  }

  addDifference(linked: LinkedDifference): void {
    const { difference, firstId } = linked;
    this.#lastTime = difference.time;
    if (this.#updateId === null) {
      this.#waiting.push(linked);
      return;
    }
    if (difference.updateId <= this.#updateId) {
      this.#facts.staleDifferences++;
      return;
    }
    if (firstId > this.#updateId + 1) {
      this.#facts.gaps++;
      this.#updateId = null;
      this.#waiting = [linked];
      this.#endTime = difference.time;
      return;
    }
    this.#facts.differences++;
    this.#events.push(difference);
    this.#updateId = difference.updateId;
  }

  addTrade(trade: RecordedTrade): void {
    this.#lastTime = trade.time;
    this.#events.push(trade);
  }

  /** Everything from the first snapshot on, in the order of time; nothing after a gap that no snapshot follows. */
  finish(): { readonly events: readonly RecordedEvent[]; readonly facts: RecordingFacts } {
    const from = this.#events.find(({ kind }) => kind === 'snapshot')?.time ?? Infinity;
    const events = this.#events
      .filter(({ time }) => time >= from && time < this.#endTime)
      .sort((one, other) => one.time - other.time || RANKS[one.kind] - RANKS[other.kind]);
    const trades = events.filter(({ kind }) => kind === 'trade').length;
    return { events, facts: { ...this.#facts, trades } };
  }

  #timeOr(receivedAt: number | null): number {
    return this.#lastTime === 0 ? (receivedAt ?? 0) : this.#lastTime;
  }
}
