import type { Clock, Rng } from '@org/domain';
import { backOffMs } from './back-off.ts';
import type { Pace } from './pace.ts';

const HOUR_MS = 3_600_000;
/** The exchange ends a connection after 24 h. Ours end before, spread over an hour. */
const LAST_RENEWAL_MS = 23.5 * HOUR_MS;
/** A connection that has lived so long was a good one. */
const GOOD_LIFE_MS = 60_000;

/** What a line keeps up. */
export interface LineConnection {
  /** Ends it without telling. */
  close(): void;
}

/** What a connection tells its line. `ended` comes once and last. */
export interface ConnectionEvents {
  /** It does what it is for. */
  ready(): void;
  /** The other side is about to end it. */
  shutdown(): void;
  ended(reason: string): void;
}

/** What becomes of a line. */
export interface LineListener {
  /** Connected; with `wasLost`, what was said in the meantime is missing. */
  connected(wasLost: boolean): void;
  /** A new connection has taken over without a break. */
  renewed(): void;
  disconnected(reason: string): void;
  /** A connection could not be made, or ended: the next one waits, the longer the more have failed. */
  attemptFailed(reason: string, failures: number): void;
}

export interface ConnectionLineOptions<Connection extends LineConnection> {
  readonly clock: Clock;
  readonly rng: Rng;
  /** Of all connections from this address. */
  readonly attempts: Pace;
  /** For how many ms from now the other side wants to hear nothing. Default: it may always be called. */
  readonly silenceMs?: () => number;
  readonly open: (events: ConnectionEvents) => Connection;
  readonly listener: LineListener;
}

/**
 * One connection after the other. A lost one is replaced with more and more patience; one that is about to end is
 * replaced before it is closed.
 */
export class ConnectionLine<Connection extends LineConnection> {
  readonly #options: ConnectionLineOptions<Connection>;
  #main: Connection | null = null;
  #next: Connection | null = null;
  #readyAt: number | null = null;
  #failures = 0;
  #wasLost = false;
  #stopConnecting: (() => void) | null = null;
  #stopRenewal: () => void = () => undefined;

  constructor(options: ConnectionLineOptions<Connection>) {
    this.#options = options;
    this.#connect();
  }

  get isConnected(): boolean {
    return this.#readyAt !== null;
  }

  /** The one in use, and the one that is to take over, as far as they are there. */
  get connections(): readonly Connection[] {
    return [this.#main, this.#next].filter((connection) => connection !== null);
  }

  /** Has another connection take over from the one in use. */
  renew(): void {
    if (this.#main === null || this.#next !== null || this.#stopConnecting !== null) return;
    if (this.#lifeMs() >= GOOD_LIFE_MS) this.#failures = 0;
    this.#connect();
  }

  close(): void {
    this.#stopConnecting?.();
    this.#stopRenewal();
    for (const connection of this.connections) connection.close();
    this.#main = this.#next = null;
  }

  /** Makes a connection as soon as patience and the exchange's limit allow: the line's own, or the one that takes over. */
  #connect(): void {
    if (this.#stopConnecting !== null || this.#next !== null) return;
    const { clock, rng } = this.#options;
    this.#stopConnecting = clock.schedule(backOffMs(this.#failures, rng), () => this.#queue());
  }

  #queue(): void {
    const { clock, attempts, silenceMs = () => 0 } = this.#options;
    const quietMs = silenceMs();
    if (quietMs > 0) {
      this.#stopConnecting = clock.schedule(quietMs, () => this.#queue());
      return;
    }
    const now = clock.now();
    const waitMs = attempts.reserve(now) - now;
    this.#stopConnecting = clock.schedule(waitMs, () => this.#begin());
  }

  #begin(): void {
    this.#stopConnecting = null;
    const connection: Connection = this.#options.open({
      ready: () => this.#ready(connection),
      shutdown: () => {
        if (connection === this.#main) this.renew();
      },
      ended: (reason) => this.#ended(connection, reason),
    });
    if (this.#main === null) this.#main = connection;
    else this.#next = connection;
  }

  #ready(connection: Connection): void {
    const { clock, rng, listener } = this.#options;
    const hasTakenOver = connection === this.#next;
    if (hasTakenOver) {
      this.#main?.close();
      this.#main = connection;
      this.#next = null;
    }
    this.#readyAt = clock.now();
    this.#stopRenewal();
    const lifeMs = LAST_RENEWAL_MS - rng.uniform() * HOUR_MS;
    this.#stopRenewal = clock.schedule(lifeMs, () => this.renew());
    const wasLost = this.#wasLost;
    this.#wasLost = false;
    if (hasTakenOver) listener.renewed();
    else listener.connected(wasLost);
  }

  #ended(connection: Connection, reason: string): void {
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
    this.#options.listener.attemptFailed(reason, failures);
    this.#connect();
  }

  /** How long the line has been connected. */
  #lifeMs(): number {
    return this.#readyAt === null ? 0 : this.#options.clock.now() - this.#readyAt;
  }

  #lose(reason: string): void {
    this.#readyAt = null;
    this.#wasLost = true;
    this.#stopRenewal();
    this.#options.listener.disconnected(reason);
  }
}
