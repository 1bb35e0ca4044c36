import type { Clock } from '@org/domain';

interface Task {
  readonly time: number;
  readonly run: () => void;
}

/** The market's time: it stands where the market has come to, and never runs back. */
export class MarketClock implements Clock {
  #now: number;
  /** By time; of one time, in the order in which they were scheduled. */
  #tasks: readonly Task[] = [];

  constructor(startMs: number) {
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  schedule(delayMs: number, run: () => void): () => void {
    const task = { time: this.#now + delayMs, run };
    const index = this.#tasks.findIndex(({ time }) => time > task.time);
    this.#tasks = index < 0 ? [...this.#tasks, task] : this.#tasks.toSpliced(index, 0, task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  /** When the next task is due; Infinity where there is none. */
  nextDue(): number {
    return this.#tasks[0]?.time ?? Infinity;
  }

  /** Something has happened at `timeMs`. */
  reach(timeMs: number): void {
    if (timeMs > this.#now) this.#now = timeMs;
  }

  /** Runs what is due by now. */
  runDue(): void {
    for (let next = this.#tasks[0]; next !== undefined && next.time <= this.#now; next = this.#tasks[0]) {
      this.#tasks = this.#tasks.slice(1);
      next.run();
    }
  }
}
