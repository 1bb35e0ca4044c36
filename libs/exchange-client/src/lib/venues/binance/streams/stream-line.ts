import type { Clock, Rng } from '@org/domain';
import type { ConnectionEvents } from '../../../sockets/connection-line.ts';
import { ConnectionLine } from '../../../sockets/connection-line.ts';
import type { Pace } from '../../../sockets/pace.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import { WatchedFeed } from './watched-feed.ts';
import { StreamConnection } from './stream-connection.ts';
import type { StreamFeed, StreamNotice } from './stream-feed.ts';

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
  /** For how many ms from now the exchange wants to hear nothing from this address. */
  readonly silenceMs: () => number;
  readonly tell: (notice: StreamNotice) => void;
}

/**
 * Keeps a set of streams coming over a line of connections. One on which a stream has gone silent is replaced before it
 * is closed.
 */
export class StreamLine {
  readonly #terms: LineTerms;
  readonly #feeds = new Map<string, WatchedFeed>();
  readonly #line: ConnectionLine<StreamConnection>;
  #stopChecking: () => void;

  constructor(terms: LineTerms) {
    this.#terms = terms;
    this.#stopChecking = this.#checkLater();
    const { clock, rng, attempts, silenceMs, tell } = terms;
    this.#line = new ConnectionLine({
      ...{ clock, rng, attempts, silenceMs },
      open: (events) => this.#open(events),
      listener: {
        connected: (wasLost) => this.#ready({ kind: 'connected', streams: this.#names, wasLost }),
        renewed: () => this.#ready({ kind: 'renewed', streams: this.#names }),
        disconnected: (reason) => this.#lost(reason),
        attemptFailed: (reason, failures) => tell({ kind: 'attemptFailed', reason, failures }),
      },
    });
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
    this.#line.close();
    this.#stopChecking();
  }

  get #names(): readonly string[] {
    return [...this.#feeds.keys()];
  }

  #want(): void {
    for (const connection of this.#line.connections) connection.want(this.#feeds.keys());
  }

  #open(events: ConnectionEvents): StreamConnection {
    const { open, url, clock, tell } = this.#terms;
    const connection = new StreamConnection({
      ...{ open, url, clock },
      listener: {
        ...events,
        data: (stream, bytes, start, end) => this.#data(stream, bytes, start, end),
        refused: (streams, message) => tell({ kind: 'refused', streams, message }),
        unreadable: (bytes) => tell({ kind: 'unreadable', text: new TextDecoder().decode(bytes) }),
      },
    });
    connection.want(this.#feeds.keys());
    return connection;
  }

  #ready(notice: StreamNotice): void {
    for (const feed of this.#feeds.values()) feed.watchFrom(this.#terms.marketClock.now());
    this.#terms.tell(notice);
  }

  #data(stream: string, bytes: Uint8Array, start: number, end: number): void {
    const now = this.#terms.marketClock.now();
    this.#feeds.get(stream)?.receive(bytes, start, end, now);
  }

  #lost(reason: string): void {
    for (const feed of this.#feeds.values()) feed.restart();
    this.#terms.tell({ kind: 'disconnected', streams: this.#names, reason });
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
    if (!this.#line.isConnected) return;
    const stalled = [...this.#feeds.values()].filter((feed) => feed.isOverdue(marketClock.now()));
    for (const feed of stalled) {
      tell({ kind: 'stalled', stream: feed.name, silentMs: feed.silentMs(marketClock.now()) });
      feed.waitLonger(marketClock.now());
    }
    if (stalled.length > 0) this.#line.renew();
  }
}
