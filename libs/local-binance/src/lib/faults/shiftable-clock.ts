import type { Clock } from '@org/domain';

/** A clock that can be put ahead or back. What is scheduled comes after as long as it was told to. */
export class ShiftableClock implements Clock {
  readonly #clock: Clock;
  #aheadMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now() + this.#aheadMs;
  }

  schedule(delayMs: number, task: () => void): () => void {
    return this.#clock.schedule(delayMs, task);
  }

  /** Puts it ahead by so much more; back where that is negative. */
  shift(byMs: number): void {
    this.#aheadMs += byMs;
  }
}
