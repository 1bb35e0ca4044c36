import type { StreamFeed } from './stream-feed.ts';

/** No feed is looked after less often than so many times its patience. */
const MOST_PATIENCE = 16;

/** A feed with its watchdog, and with what it has had already. */
export class WatchedFeed {
  readonly #feed: StreamFeed;
  #lastAt: number;
  #silentSince: number;
  #lastId = -Infinity;
  #patience = 1;

  /** @param now market time */
  constructor(feed: StreamFeed, now: number) {
    this.#feed = feed;
    this.#lastAt = now;
    this.#silentSince = now;
  }

  get name(): string {
    return this.#feed.name;
  }

  /** Passes a message on, unless the feed has had it. */
  receive(bytes: Uint8Array, start: number, end: number, now: number): void {
    this.#lastAt = this.#silentSince = now;
    this.#patience = 1;
    const id = this.#feed.idOf(bytes, start, end);
    if (id !== null) {
      if (id <= this.#lastId) return;
      this.#lastId = id;
    }
    this.#feed.receive(bytes, start, end);
  }

  /** After a break the exchange may count anew. */
  restart(): void {
    this.#lastId = -Infinity;
  }

  /** Silence counts from here on: before, nobody could have been heard. */
  watchFrom(now: number): void {
    this.#lastAt = now;
  }

  silentMs(now: number): number {
    return now - this.#silentSince;
  }

  isOverdue(now: number): boolean {
    return now - this.#lastAt > this.#feed.mostSilenceMs * this.#patience;
  }

  /** A stream that stays silent is looked after less and less often, so that it does not renew connections for ever. */
  waitLonger(now: number): void {
    this.watchFrom(now);
    this.#patience = Math.min(MOST_PATIENCE, this.#patience * 2);
  }
}
