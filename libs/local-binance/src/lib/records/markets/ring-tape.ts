import type { Tape } from './market-records.ts';
import { Ring } from './ring.ts';

/** What numbers an entry and when it happened; neither ever falls. */
export interface TapeKeys<Entry> {
  readonly id: (entry: Entry) => number;
  readonly time: (entry: Entry) => number;
}

/** A tape that forgets what lies further back than its bound. */
export class RingTape<Entry> implements Tape<Entry> {
  readonly #ring: Ring<Entry>;
  readonly #keys: TapeKeys<Entry>;

  constructor(bound: number, keys: TapeKeys<Entry>) {
    this.#ring = new Ring(bound);
    this.#keys = keys;
  }

  push(entry: Entry): void {
    this.#ring.push(entry);
  }

  replaceAll(replace: (entry: Entry) => Entry): void {
    this.#ring.replaceAll(replace);
  }

  last(): Entry | undefined {
    return this.#ring.last();
  }

  latest(limit: number): readonly Entry[] {
    return this.#ring.slice(this.#ring.size - limit, this.#ring.size);
  }

  from(id: number, limit: number): readonly Entry[] {
    const first = this.#ring.firstAt(id, this.#keys.id);
    return this.#ring.slice(first, first + limit);
  }

  between(startMs: number, endMs: number, limit: number, take: 'oldest' | 'newest'): readonly Entry[] {
    const first = this.#ring.firstAt(startMs, this.#keys.time);
    const end = this.#ring.firstAt(endMs + 1, this.#keys.time);
    return take === 'oldest'
      ? this.#ring.slice(first, Math.min(end, first + limit))
      : this.#ring.slice(Math.max(first, end - limit), end);
  }
}
