import type { Clock } from '@org/domain';

/** What is shorter is patience; what takes longer waits for something that a test lets happen, or not. */
const SHORT_MS = 10_000;

/** A clock for a client before a real exchange: patience takes no time, deadlines never come. */
export class PatientClock implements Clock {
  #aheadMs = 0;
  #late: readonly { readonly delayMs: number; readonly task: () => void }[] = [];

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  schedule(delayMs: number, task: () => void): () => void {
    if (delayMs >= SHORT_MS) {
      const deadline = { delayMs, task };
      this.#late = [...this.#late, deadline];
      return () => this.#drop(deadline);
    }
    const immediate = setImmediate(() => {
      this.#aheadMs += delayMs;
      task();
    });
    return () => clearImmediate(immediate);
  }

  /** Lets the deadlines come that were set so long before. */
  comeDue(delayMs: number): void {
    for (const deadline of this.#late.filter((other) => other.delayMs === delayMs)) {
      this.#drop(deadline);
      deadline.task();
    }
  }

  #drop(deadline: { readonly delayMs: number }): void {
    this.#late = this.#late.filter((other) => other !== deadline);
  }
}
