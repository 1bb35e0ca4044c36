import type { Clock } from '@org/domain';

interface Task {
  readonly time: number;
  readonly run: () => void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  #tasks: readonly Task[] = [];

  constructor(now = 1_700_000_040_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** What is scheduled and neither run nor called off. */
  get pending(): number {
    return this.#tasks.length;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const entry = { time: this.#now + delayMs, run: task };
    this.#tasks = [...this.#tasks, entry];
    return () => this.#drop(entry);
  }

  /** Runs what is due within `ms`, in order of time, and stands there. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#firstUpTo(end); next !== undefined; next = this.#firstUpTo(end)) {
      this.#now = Math.max(this.#now, next.time);
      this.#drop(next);
      next.run();
    }
    this.#now = end;
  }

  #firstUpTo(end: number): Task | undefined {
    return this.#tasks.filter(({ time }) => time <= end).toSorted((a, b) => a.time - b.time)[0];
  }

  #drop(entry: Task): void {
    this.#tasks = this.#tasks.filter((other) => other !== entry);
  }
}
