import type { Clock } from '@org/domain';

/** A clock on which waiting takes no time: what is scheduled runs next, and the time is then what it would have been. */
export class HastyClock implements Clock {
  #now = 0;

  now(): number {
    return this.#now;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const immediate = setImmediate(() => {
      this.#now += delayMs;
      task();
    });
    return () => clearImmediate(immediate);
  }
}
