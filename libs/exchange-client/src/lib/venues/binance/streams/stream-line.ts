import type { Clock, Rng } from '@org/domain';
import { backOffMs } from '../../../sockets/back-off.ts';
import type { Pace } from '../../../sockets/pace.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import { WatchedFeed } from './watched-feed.ts';
import { StreamConnection } from './stream-connection.ts';
import type { StreamFeed, StreamNotice } from './stream-feed.ts';

const HOUR_MS = 3_600_000;
/** The exchange ends a connection after 24 h. Ours end before, spread over an hour. */
const LAST_RENEWAL_MS = 23.5 * HOUR_MS;
/** A connection that has lived so long was a good one. */
const GOOD_LIFE_MS = 60_000;
const CHECK_MS = 1000;

export interface LineTerms {
  readonly open: OpenSocket;
  readonly url: string;
  readonly clock: Clock;
  /** What streams are silent by: another clock only where the market does not run in real time. */
  readonly marketClock: Clock;
  readonly rng: Rng;
  /** Of all connections of this address. */
  readonly attempts: Pace;
  readonly tell: (notice: StreamNotice) => void;
}

/**
 * Keeps a set of streams coming over one connection after the other. A lost one is replaced with more and more patience;
 * one that is about to end, or on which a stream has gone silent, is replaced before it is closed.
 */
export class StreamLine {
  readonly #terms: LineTerms;
  readonly #feeds = new Map<string, WatchedFeed>();
  #main: StreamConnection | null = null;
  #next: StreamConnection | null = null;
  #readyAt: number | null = null;
  #failures = 0;
  #wasLost = false;
  #stopConnecting: (() => void) | null = null;
  #stopRenewal: () => void = () => undefined;
  #stopChecking: () => void;

  constructor(terms: LineTerms) {
    this.#terms = terms;
    this.#stopChecking = this.#checkLater();
    this.#connect();
  }

  get size(): number {
    return this.#feeds.size;
  }

  has(name: string): boolean {
    return this.#feeds.has(name);
  }

  add(feed: StreamFeed): void {
    this.#feeds.set(feed.name, new WatchedFeed(feed, this.#terms.marketClock.now()));
    this.#want();
  }

  remove(name: string): void {
    this.#feeds.delete(name);
    this.#want();
  }

  close(): void {
    this.#stopConnecting?.();
    this.#stopRenewal();
    this.#stopChecking();
    for (const connection of [this.#main, this.#next]) connection?.close();
    this.#main = this.#next = null;
  }

  #want(): void {
    for (const connection of [this.#main, this.#next]) connection?.want(this.#feeds.keys());
  }

  /** Makes a connection as soon as patience and the exchange's limit allow: the line's own, or the one that takes over. */
  #connect(): void {
    if (this.#stopConnecting !== null || this.#next !== null) return;
    const { clock, rng } = this.#terms;
    this.#stopConnecting = clock.schedule(backOffMs(this.#failures, rng), () => this.#queue());
  }

  #queue(): void {
    const { clock, attempts } = this.#terms;
    const waitMs = attempts.reserve(clock.now()) - clock.now();
    this.#stopConnecting = clock.schedule(waitMs, () => this.#begin());
  }

  #begin(): void {
    this.#stopConnecting = null;
    const connection = this.#open();
    if (this.#main === null) this.#main = connection;
    else this.#next = connection;
    this.#want();
  }

  #open(): StreamConnection {
    const { open, url, clock, tell } = this.#terms;
    const connection: StreamConnection = new StreamConnection({
      ...{ open, url, clock },
      listener: {
        ready: () => this.#ready(connection),
        data: (stream, bytes, start, end) => this.#data(stream, bytes, start, end),
        refused: (streams, message) => tell({ kind: 'refused', streams, message }),
        unreadable: (bytes) => tell({ kind: 'unreadable', text: new TextDecoder().decode(bytes) }),
        shutdown: () => this.#renew(connection),
        ended: (reason) => this.#ended(connection, reason),
      },
    });
    return connection;
  }

  #ready(connection: StreamConnection): void {
    const { clock, marketClock, rng, tell } = this.#terms;
    const streams = [...this.#feeds.keys()];
    for (const feed of this.#feeds.values()) feed.watchFrom(marketClock.now());
    if (connection === this.#next) {
      this.#main?.close();
      this.#main = connection;
      this.#next = null;
      tell({ kind: 'renewed', streams });
    } else {
      tell({ kind: 'connected', streams, wasLost: this.#wasLost });
      this.#wasLost = false;
    }
    this.#readyAt = clock.now();
    this.#stopRenewal();
    const lifeMs = LAST_RENEWAL_MS - rng.uniform() * HOUR_MS;
    this.#stopRenewal = clock.schedule(lifeMs, () => this.#renew(connection));
  }

  #data(stream: string, bytes: Uint8Array, start: number, end: number): void {
    const now = this.#terms.marketClock.now();
    this.#feeds.get(stream)?.receive(bytes, start, end, now);
  }

  /** Has another connection take over from this one. */
  #renew(connection: StreamConnection): void {
    if (connection !== this.#main || this.#next !== null || this.#stopConnecting !== null) return;
    if (this.#lifeMs() >= GOOD_LIFE_MS) this.#failures = 0;
    this.#connect();
  }

  #ended(connection: StreamConnection, reason: string): void {
    if (connection === this.#next) {
      this.#next = null;
      return this.#retry(this.#failures + 1, reason);
    }
    this.#main = this.#next;
    this.#next = null;
    const lifeMs = this.#lifeMs();
    if (this.#readyAt !== null) this.#lose(reason);
    if (this.#main === null) this.#retry(lifeMs >= GOOD_LIFE_MS ? 1 : this.#failures + 1, reason);
  }

  #retry(failures: number, reason: string): void {
    this.#failures = failures;
    this.#terms.tell({ kind: 'attemptFailed', reason, failures });
    this.#connect();
  }

  /** How long the line has been connected. */
  #lifeMs(): number {
    return this.#readyAt === null ? 0 : this.#terms.clock.now() - this.#readyAt;
  }

  #lose(reason: string): void {
    this.#readyAt = null;
    this.#wasLost = true;
    this.#stopRenewal();
    for (const feed of this.#feeds.values()) feed.restart();
    this.#terms.tell({ kind: 'disconnected', streams: [...this.#feeds.keys()], reason });
  }

  #checkLater(): () => void {
    return this.#terms.marketClock.schedule(CHECK_MS, () => {
      this.#stopChecking = this.#checkLater();
      this.#check();
    });
  }

  /** While the line is connected, silence is counted; what is silent for too long is told, and gets another connection. */
  #check(): void {
    const { marketClock, tell } = this.#terms;
    if (this.#readyAt === null || this.#main === null) return;
    const stalled = [...this.#feeds.values()].filter((feed) => feed.isOverdue(marketClock.now()));
    for (const feed of stalled) {
      tell({ kind: 'stalled', stream: feed.name, silentMs: feed.silentMs(marketClock.now()) });
      feed.waitLonger(marketClock.now());
    }
    if (stalled.length > 0) this.#renew(this.#main);
  }
}
