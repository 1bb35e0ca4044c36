import type { Memory } from '../indicator/memory.ts';
import { SlidingWindow } from './sliding-window.ts';

/** Mean and mean absolute deviation of the last `period` values, both summed anew for every bar. */
export class MeanDeviation {
  readonly #period: number;
  readonly #window: SlidingWindow;

  constructor(memory: Memory, period: number) {
    this.#period = period;
    this.#window = new SlidingWindow(memory, period);
  }

  /** Takes the next value; true when the window is full. */
  next(value: number): boolean {
    return this.#window.next(value);
  }

  mean(): number {
    return this.#window.sum() / this.#period;
  }

  /** The mean distance from the mean. */
  deviationFrom(mean: number): number {
    return this.#window.distancesFrom(mean) / this.#period;
  }
}
