import type { Clock } from '@org/domain';
import type { SocketTerms } from './socket-terms.ts';

/** How a connection that is not kept alive ends. */
export type LivenessEnd = 'pongTimeout' | 'lifetime';

/**
 * Keeps a connection alive and ends it in time: a ping every so often, whose payload must come back, and a longest
 * life. A pong that answers no ping does not count.
 */
export class Liveness {
  readonly #terms: SocketTerms;
  readonly #clock: Clock;
  readonly #ping: (payload: string) => void;
  readonly #end: (why: LivenessEnd) => void;
  /** Payloads that have not come back, oldest first, with the time they left. */
  #unanswered: readonly { readonly payload: string; readonly sentAt: number }[] = [];
  #timers: readonly (() => void)[] = [];

  constructor(options: {
    readonly terms: SocketTerms;
    readonly clock: Clock;
    readonly ping: (payload: string) => void;
    readonly end: (why: LivenessEnd) => void;
  }) {
    this.#terms = options.terms;
    this.#clock = options.clock;
    this.#ping = options.ping;
    this.#end = options.end;
  }

  start(): void {
    const { lifetimeMs } = this.#terms;
    this.#timers = [this.#clock.schedule(lifetimeMs, () => this.#stopWith('lifetime')), this.#nextPing()];
  }

  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }

  /** A pong has come: it answers its ping, and every older one. */
  pong(payload: string): void {
    const answered = this.#unanswered.findIndex((ping) => ping.payload === payload);
    if (answered >= 0) this.#unanswered = this.#unanswered.slice(answered + 1);
  }

  #nextPing(): () => void {
    return this.#clock.schedule(this.#terms.pingEveryMs, () => this.#beat());
  }

  #beat(): void {
    const now = this.#clock.now();
    const [oldest] = this.#unanswered;
    if (oldest !== undefined && now - oldest.sentAt >= this.#terms.pongWithinMs) {
      this.#stopWith('pongTimeout');
      return;
    }
    const payload = String(now);
    this.#unanswered = [...this.#unanswered, { payload, sentAt: now }];
    this.#ping(payload);
    const [lifetime] = this.#timers;
    this.#timers = [...(lifetime === undefined ? [] : [lifetime]), this.#nextPing()];
  }

  #stopWith(why: LivenessEnd): void {
    this.stop();
    this.#end(why);
  }
}
