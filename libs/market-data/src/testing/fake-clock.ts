import type { Clock } from '@org/domain';

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: number;
  #tasks: { readonly time: number; readonly task: () => void }[] = [];

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** What is scheduled and not yet run or called off. */
  get pending(): number {
    return this.#tasks.length;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const entry = { time: this.#now + delayMs, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  /** Moves time on without running anything, as a slow consumer does. */
  lose(ms: number): void {
    this.#now += ms;
  }

  /** Runs what is due up to `ms` from now, in order of time, and stands there. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#tasks.filter(({ time }) => time <= end).toSorted((a, b) => a.time - b.time)[0];
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.time);
      this.#tasks = this.#tasks.filter((other) => other !== next);
      next.task();
    }
    this.#now = Math.max(this.#now, end);
  }
}
