import type { AnswerStore } from './answer-store.ts';
import { RecentValues } from './recent-values.ts';

/** How well a cache does. */
export interface CacheCounts {
  /** Answered by this process at once. */
  readonly hits: number;
  /** Answered by the store behind, which several processes may share. */
  readonly storeHits: number;
  /** Answered by a request that was under way already. */
  readonly joined: number;
  /** Answered by asking. */
  readonly misses: number;
}

export interface ReadCacheOptions {
  /** Behind the memory of this process: memory too by default, Redis where several processes share it. */
  readonly store: AnswerStore;
  /** ms UTC by the clock of this machine, which stores go by. */
  readonly nowMs: () => number;
  /** A clock that never steps, ms: a time that is put right must not make an old answer young. */
  readonly steadyMs: () => number;
  /** How many values this process keeps. Default 10,000. */
  readonly capacity?: number;
  /** Told when the store fails: reads go on without it. */
  readonly onStoreError?: (error: unknown) => void;
}

/**
 * Answers of questions, kept for a while: first in this process, then in a store that others may share. The same
 * question asked twice at once is asked once. A store that fails is a miss, never an error.
 */
export class ReadCache {
  readonly #store: AnswerStore;
  readonly #recent: RecentValues<unknown>;
  readonly #underWay = new Map<string, Promise<unknown>>();
  readonly #nowMs: () => number;
  readonly #onStoreError: (error: unknown) => void;
  #counts: CacheCounts = { hits: 0, storeHits: 0, joined: 0, misses: 0 };

  constructor({
    store,
    nowMs,
    steadyMs,
    capacity = 10_000,
    onStoreError = () => undefined,
  }: ReadCacheOptions) {
    this.#store = store;
    this.#recent = new RecentValues(capacity, steadyMs);
    this.#onStoreError = onStoreError;
    this.#nowMs = nowMs;
  }

  get counts(): CacheCounts {
    return this.#counts;
  }

  /** How many of all questions needed no asking, as a fraction; null before the first. */
  get hitRate(): number | null {
    const { hits, storeHits, joined, misses } = this.#counts;
    const answered = hits + storeHits + joined;
    return answered + misses === 0 ? null : answered / (answered + misses);
  }

  /** What is known under `key`, or what `ask` gives, kept for `lifetimeMs`. A null is an answer that is not kept. */
  async read(key: string, lifetimeMs: number, ask: () => Promise<unknown>): Promise<unknown> {
    const known = this.#recent.get(key);
    if (known !== undefined) return this.#count('hits', known);
    const asked = this.#underWay.get(key);
    if (asked !== undefined) return this.#count('joined', asked);
    const isKept = (): boolean => this.#underWay.get(key) === answer;
    const answer: Promise<unknown> = this.#find(key, lifetimeMs, ask, isKept).finally(() => {
      if (isKept()) this.#underWay.delete(key);
    });
    this.#underWay.set(key, answer);
    return answer;
  }

  /**
   * Forgets whatever begins so in this process and `key` itself in the store: something has happened that changes it.
   * The answer to a question that is under way may be from before, and is not kept either.
   */
  async forget(key: string): Promise<void> {
    this.#recent.deleteAll(key);
    for (const asked of this.#underWay.keys()) if (asked.startsWith(key)) this.#underWay.delete(asked);
    await this.#guarded(() => this.#store.delete(key));
  }

  async #find(
    key: string,
    lifetimeMs: number,
    ask: () => Promise<unknown>,
    isKept: () => boolean,
  ): Promise<unknown> {
    const stored = await this.#guarded(() => this.#store.get(key));
    if (stored !== undefined) {
      // Its lifetime began where it was asked for.
      const restMs = stored.expiresAtMs - this.#nowMs();
      if (isKept()) this.#recent.set(key, stored.value, Math.min(lifetimeMs, restMs));
      return this.#count('storeHits', stored.value);
    }
    const answer = await ask();
    this.#count('misses', answer);
    if (answer === null || !isKept()) return answer;
    this.#recent.set(key, answer, lifetimeMs);
    await this.#guarded(() => this.#store.set(key, answer, lifetimeMs));
    return answer;
  }

  #count<Value>(what: keyof CacheCounts, value: Value): Value {
    this.#counts = { ...this.#counts, [what]: this.#counts[what] + 1 };
    return value;
  }

  async #guarded<Value>(use: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await use();
    } catch (error) {
      this.#onStoreError(error);
      return undefined;
    }
  }
}
