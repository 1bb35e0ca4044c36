import { OnestepError } from '@org/domain';
import type { Clock, ConnectionLost, ConnectionRestored, OrderEvent, Rng } from '@org/domain';
import type { RateLedger } from '../../../limits/rate-ledger.ts';
import type { Signer } from '../../../signing/signer.ts';
import { backOffMs } from '../../../sockets/back-off.ts';
import { ConnectionLine } from '../../../sockets/connection-line.ts';
import type { Pace } from '../../../sockets/pace.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import type { Reading, WasNotRead } from '../rest/reading.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { SocketRefusal } from './user-data-connection.ts';
import { UserDataConnection } from './user-data-connection.ts';

/** What happens to the stream besides its events. */
export type UserDataNotice =
  | { readonly kind: 'disconnected'; readonly reason: string }
  /** A connection could not be made, or ended: the next one waits, the longer the more have failed. */
  | { readonly kind: 'attemptFailed'; readonly reason: string; readonly failures: number }
  /** The exchange does not let us hear the account: with -2015 the key was taken back, or may not be used from here. */
  | ({ readonly kind: 'refused' } & SocketRefusal)
  /** A new connection has taken over without a break. */
  | { readonly kind: 'renewed' }
  /** Not everything could be asked: it is tried again. */
  | { readonly kind: 'notReconciled'; readonly reason: string; readonly failures: number }
  | { readonly kind: 'unreadable'; readonly text: string };

export interface SessionTerms {
  readonly open: OpenSocket;
  readonly url: string;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly rng: Rng;
  /** Of all connections from this address. */
  readonly attempts: Pace;
  /** Server time, ms UTC. */
  readonly nowMs: () => number;
  readonly ledger: Pick<RateLedger, 'take' | 'beSilentUntil'>;
  /** Asks for the exchange's time anew, after it has refused ours. */
  readonly synchronise: () => Promise<unknown>;
  readonly reconcileEveryMs: number;
}

export interface SessionListener {
  /** An event of the account, as it came. */
  readonly heard: (event: unknown) => void;
  readonly tell: (event: OrderEvent | ConnectionLost | ConnectionRestored) => void;
  readonly notice: (notice: UserDataNotice) => void;
  /** Whether every change of the account is heard from now on. */
  readonly healthy: (isHealthy: boolean) => void;
}

/** A connection costs 2, and so does its subscription. */
const WEIGHT_TO_CONNECT = 4;
/** The exchange's word for: your clock is off. */
const WRONG_TIME = -1021;

/** The stream's name in events. */
const USER_DATA = 'userData';

/**
 * Hears an account over a line of connections. After each new one everything that may have been missed is asked for, and
 * only then is all called well again.
 */
export class UserDataSession {
  readonly #terms: SessionTerms;
  readonly #listener: SessionListener;
  readonly #reconciliation: Pick<Reconciliation, 'run'>;
  readonly #line: ConnectionLine<UserDataConnection>;
  /** Counts connections, so that what was begun with one is given up with it. */
  #epoch = 0;
  #isHealthy = false;
  #wasLost = false;
  #stopWaiting: () => void = () => undefined;

  constructor(terms: SessionTerms, reconciliation: Pick<Reconciliation, 'run'>, listener: SessionListener) {
    this.#terms = terms;
    this.#listener = listener;
    this.#reconciliation = reconciliation;
    const { clock, rng, attempts } = terms;
    this.#line = new ConnectionLine({
      ...{ clock, rng, attempts },
      silenceMs: () => this.#silenceMs(),
      open: (events) => new UserDataConnection({ ...terms, listener: { ...events, ...this.#ears() } }),
      listener: {
        connected: () => this.#begin(),
        renewed: () => {
          listener.notice({ kind: 'renewed' });
          this.#begin();
        },
        disconnected: (reason) => this.#lost(reason),
        attemptFailed: (reason, failures) => listener.notice({ kind: 'attemptFailed', reason, failures }),
      },
    });
  }

  get isHealthy(): boolean {
    return this.#isHealthy;
  }

  close(): void {
    this.#epoch += 1;
    this.#stopWaiting();
    this.#line.close();
    this.#setHealthy(false);
  }

  /** Tries until it is done, with more and more patience, as long as this connection lasts. */
  async until(attempt: (isWanted: () => boolean) => Promise<Reading<unknown>>): Promise<boolean> {
    const epoch = this.#epoch;
    const isWanted = () => this.#epoch === epoch;
    for (let failures = 1; ; failures += 1) {
      const reading = await attempt(isWanted).catch(unreadable);
      if (!isWanted()) return false;
      if (reading.kind === 'read') return true;
      this.#listener.notice({ kind: 'notReconciled', reason: reading.reason, failures });
      const { clock, rng } = this.#terms;
      await new Promise<void>((resolve) => clock.schedule(backOffMs(failures, rng), resolve));
      if (!isWanted()) return false;
    }
  }

  #ears() {
    const { heard, notice } = this.#listener;
    return {
      event: heard,
      refused: (refusal: SocketRefusal) => this.#refused(refusal),
      unreadable: (text: string) => notice({ kind: 'unreadable', text }),
    };
  }

  #begin(): void {
    this.#epoch += 1;
    this.#stopWaiting();
    void this.#reconcile();
  }

  async #reconcile(): Promise<void> {
    const { tell } = this.#listener;
    const isDone = await this.until(async (isWanted) => {
      const reading = await this.#reconciliation.run(isWanted);
      if (reading.kind === 'read' && isWanted()) for (const event of reading.value) tell(event);
      return reading;
    });
    if (!isDone) return;
    const { clock, nowMs, reconcileEveryMs } = this.#terms;
    this.#setHealthy(true);
    tell({ kind: 'reconciled', time: nowMs() });
    if (this.#wasLost) tell({ kind: 'connectionRestored', time: nowMs(), stream: USER_DATA });
    this.#wasLost = false;
    this.#stopWaiting = clock.schedule(reconcileEveryMs, () => void this.#reconcile());
  }

  #lost(reason: string): void {
    this.#epoch += 1;
    this.#stopWaiting();
    this.#wasLost = true;
    this.#setHealthy(false);
    this.#listener.notice({ kind: 'disconnected', reason });
    this.#listener.tell({ kind: 'connectionLost', time: this.#terms.nowMs(), stream: USER_DATA });
  }

  #refused(refusal: SocketRefusal): void {
    this.#listener.notice({ kind: 'refused', ...refusal });
    if (refusal.retryAtMs !== null) this.#terms.ledger.beSilentUntil(refusal.retryAtMs);
    if (refusal.code === WRONG_TIME) void this.#terms.synchronise();
  }

  /** A connection is charged like a request, and waits like one that protects. */
  #silenceMs(): number {
    const { ledger, nowMs } = this.#terms;
    const charge = ledger.take({ weight: WEIGHT_TO_CONNECT, orders: 0 }, 'protect');
    if (charge.kind === 'wait') return Math.max(1, charge.untilMs - nowMs());
    charge.settle([], false);
    return 0;
  }

  #setHealthy(isHealthy: boolean): void {
    this.#isHealthy = isHealthy;
    this.#listener.healthy(isHealthy);
  }
}

/** An answer that holds what cannot be. */
function unreadable(error: unknown): WasNotRead {
  if (error instanceof OnestepError) return { kind: 'unread', code: null, reason: error.message };
  throw error;
}
