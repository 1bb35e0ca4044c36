/** Moments that are remembered: of more than a second even where something is sent in each millisecond. */
const MEMORY = 2048;

/** What was sent when, as far back as anybody asks: answers take moments. */
export class SentAmounts {
  #times: number[] = [];
  /** All that was sent up to then, that moment included. */
  #totals: number[] = [];
  #total = 0;
  /** All that was sent before what is remembered. */
  #forgotten = 0;

  add(amount: number, nowMs: number): void {
    if (amount === 0) return;
    this.#total += amount;
    const last = this.#times.length - 1;
    if (this.#times[last] === nowMs) {
      this.#totals[last] = this.#total;
      return;
    }
    this.#times.push(nowMs);
    this.#totals.push(this.#total);
    if (this.#times.length === 2 * MEMORY) this.#forget();
  }

  /** What was sent later than `timeMs`, of what is remembered. */
  after(timeMs: number): number {
    let index = this.#times.length - 1;
    while (index >= 0 && (this.#times[index] ?? 0) > timeMs) index -= 1;
    return this.#total - (this.#totals[index] ?? this.#forgotten);
  }

  clear(): void {
    this.#times = [];
    this.#totals = [];
    this.#total = 0;
    this.#forgotten = 0;
  }

  #forget(): void {
    this.#forgotten = this.#totals[MEMORY - 1] ?? 0;
    this.#times = this.#times.slice(MEMORY);
    this.#totals = this.#totals.slice(MEMORY);
  }
}
