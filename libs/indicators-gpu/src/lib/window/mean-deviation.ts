import type { Memory } from '../indicator/memory.ts';
import { SlidingWindow } from './sliding-window.ts';

/** Mean and mean absolute deviation of the last `period` values, both summed anew for every bar. */
export class MeanDeviation {
  mean = NaN;
  deviation = NaN;
  readonly #period: number;
  readonly #window: SlidingWindow;

  constructor(memory: Memory, period: number) {
    this.#period = period;
    this.#window = new SlidingWindow(memory, period);
    memory.own(this);
  }

  /** Takes the next value; true when the window is full. */
  next(value: number): boolean {
    const window = this.#window;
    const period = this.#period;
    if (!window.next(value)) return false;
    let sum = 0;
    for (let age = 0; age < period; age += 1) sum += window.at(age);
    const mean = sum / period;
    let distance = 0;
    for (let age = 0; age < period; age += 1) distance += Math.abs(window.at(age) - mean);
    this.mean = mean;
    this.deviation = distance / period;
    return true;
  }
}
