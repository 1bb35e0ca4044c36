import { Memory } from './memory.ts';

/**
 * The memory of an indicator at work, and its guard against holes.
 *
 * A bar with a value that is not finite is a hole: it has no outputs and the memory starts over, as if the next bar
 * were the first. So a window is exact again as soon as it is full of clean bars, and an average that never forgets
 * does not stay NaN for ever.
 */
export class Session {
  readonly memory = new Memory();
  #isBlank = true;

  /** The same for an indicator that reads one value. */
  acceptsOne(value: number): boolean {
    if (value - value === 0) {
      this.#isBlank = false;
      return true;
    }
    this.reset();
    return false;
  }

  /** Whether the step may take this bar: one value per input, zero where the indicator reads none. */
  accepts(a: number, b: number, c: number, d: number, e: number): boolean {
    if (a - a + (b - b) + (c - c) + (d - d) + (e - e) === 0) {
      this.#isBlank = false;
      return true;
    }
    this.reset();
    return false;
  }

  reset(): void {
    if (this.#isBlank) return;
    this.memory.reset();
    this.#isBlank = true;
  }

  /** Takes over saved memory; false, and a fresh session, when it does not fit. */
  load(parts: readonly unknown[]): boolean {
    this.#isBlank = false;
    const fits = this.memory.load(parts);
    if (!fits) this.reset();
    return fits;
  }
}
