import type { Clock } from '../lib/ports/clock.ts';

interface Task {
  readonly time: number;
  readonly run: () => void;
}

/** A clock that stands still until a test moves it; it starts at New Year 2024, UTC, unless told otherwise. */
export class ManualClock implements Clock {
  #now: number;
  #tasks: readonly Task[] = [];

  constructor(now = 1_704_067_200_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** How many tasks are scheduled and neither run nor called off. */
  get pending(): number {
    return this.#tasks.length;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const entry = { time: this.#now + delayMs, run: task };
    this.#tasks = [...this.#tasks, entry];
    return () => this.#drop(entry);
  }

  /** Moves time on without running anything, as a busy machine does. */
  lose(ms: number): void {
    this.#now += ms;
  }

  /** Runs what is due up to `ms` from now, in order of time, and stands there; later where a task has lost time. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#firstUpTo(end); next !== undefined; next = this.#firstUpTo(end)) {
      this.#now = Math.max(this.#now, next.time);
      this.#drop(next);
      next.run();
    }
    this.#now = Math.max(this.#now, end);
  }

  #firstUpTo(end: number): Task | undefined {
    return this.#tasks.filter(({ time }) => time <= end).toSorted((a, b) => a.time - b.time)[0];
  }

  #drop(entry: Task): void {
    this.#tasks = this.#tasks.filter((other) => other !== entry);
  }
}
