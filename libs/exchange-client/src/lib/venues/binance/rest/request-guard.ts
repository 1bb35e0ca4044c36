import type { BulkheadPolicy, CircuitBreakerPolicy, RetryPolicy, TimeoutPolicy } from 'cockatiel';
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';
import type { Purpose } from '../../../limits/rate-limit.ts';
import { isOutage } from './outage.ts';
import type { RestOutcome } from './rest-outcome.ts';

/** What has become of the circuit. */
export type CircuitNews = 'open' | 'halfOpen' | 'closed';

/** How outages are met. */
export interface RequestGuardOptions {
  /** Outages in a row that open the circuit. Default 5. */
  readonly failuresToOpen?: number;
  /** How long it stays open before one request tries again. Default 10 s. */
  readonly openForMs?: number;
  /** How often a question is asked again. Default 3. */
  readonly retries?: number;
  /** How many requests may be under way that trade or protect. Default 128, and 5,000 more may wait. */
  readonly inFlight?: number;
  /** How many besides that do not: answers that hang keep no order waiting. Default 32. */
  readonly bulkInFlight?: number;
  /** For the answer to one question, whole. Default 30 s. */
  readonly timeoutMs?: number;
  /** Told when the circuit opens, when one request tries whether it may close, and when it closes. */
  readonly onCircuit?: (state: CircuitNews) => void;
}

const WAITING = 5000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;

const outage = handleWhenResult((outcome: unknown) => isRestOutcome(outcome) && isOutage(outcome));

/**
 * Stands before the exchange when it is not well: questions are asked again after growing, jittered pauses; orders
 * never are. After some outages in a row nothing goes for a while, then one request tries.
 */
export class RequestGuard {
  readonly #room: BulkheadPolicy;
  readonly #bulkRoom: BulkheadPolicy;
  readonly #breaker: CircuitBreakerPolicy;
  readonly #retry: RetryPolicy;
  readonly #timeout: TimeoutPolicy;
  readonly #timeoutMs: number;

  constructor(options: RequestGuardOptions = {}) {
    const { failuresToOpen = 5, openForMs = 10_000, retries = 3, timeoutMs = 30_000, onCircuit } = options;
    this.#timeoutMs = timeoutMs;
    this.#timeout = timeout(timeoutMs, TimeoutStrategy.Aggressive);
    this.#room = bulkhead(options.inFlight ?? 128, WAITING);
    this.#bulkRoom = bulkhead(options.bulkInFlight ?? 32, WAITING);
    this.#breaker = circuitBreaker(outage, {
      halfOpenAfter: openForMs,
      breaker: new ConsecutiveBreaker(failuresToOpen),
    });
    this.#breaker.onBreak(() => onCircuit?.('open'));
    this.#breaker.onHalfOpen(() => onCircuit?.('halfOpen'));
    this.#breaker.onReset(() => onCircuit?.('closed'));
    this.#retry = retry(outage, {
      maxAttempts: retries,
      backoff: new ExponentialBackoff({ initialDelay: FIRST_RETRY_MS, maxDelay: LAST_RETRY_MS }),
    });
  }

  /** Whether the circuit is open: nothing goes at present. */
  get isOpen(): boolean {
    return this.#breaker.state === CircuitState.Open;
  }

  /** Sends once, whatever comes. */
  async once(purpose: Purpose, send: () => Promise<RestOutcome>): Promise<RestOutcome> {
    const room = purpose === 'bulk' ? this.#bulkRoom : this.#room;
    try {
      return await room.execute(() => this.#breaker.execute(send));
    } catch (error) {
      return notTried(error);
    }
  }

  /** Makes another attempt after an outage: for questions. */
  again(attempt: () => Promise<RestOutcome>): Promise<RestOutcome> {
    return this.#retry.execute(attempt);
  }

  /** Gives up an answer that takes too long: for questions. Orders have the time-outs of their connection alone. */
  async inTime(send: () => Promise<RestOutcome>): Promise<RestOutcome> {
    try {
      return await this.#timeout.execute(send);
    } catch (error) {
      if (!(error instanceof TaskCancelledError)) throw error;
      const message = `no whole answer within ${this.#timeoutMs} ms`;
      return { kind: 'unknown', reason: 'replyTimeout', status: null, code: null, message };
    }
  }
}

function notTried(error: unknown): RestOutcome {
  if (error instanceof BrokenCircuitError) {
    return { kind: 'notSent', reason: 'circuitOpen', message: 'the exchange has not answered for a while' };
  }
  if (error instanceof BulkheadRejectedError) {
    return { kind: 'notSent', reason: 'limit', message: 'too many requests are under way' };
  }
  throw error;
}

function isRestOutcome(value: unknown): value is RestOutcome {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
