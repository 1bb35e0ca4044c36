/** Counts by key within a stretch of the clock, and starts anew with the next. */
export class ClockWindow {
  readonly #lengthMs: number;
  #index = -1;
  #counts = new Map<string, number>();

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs;
  }

  count(key: string, nowMs: number): number {
    this.#turn(nowMs);
    return this.#counts.get(key) ?? 0;
  }

  add(key: string, amount: number, nowMs: number): void {
    this.#turn(nowMs);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + amount);
  }

  /** When the stretch that holds `nowMs` is over. */
  endMs(nowMs: number): number {
    return (Math.floor(nowMs / this.#lengthMs) + 1) * this.#lengthMs;
  }

  #turn(nowMs: number): void {
    const index = Math.floor(nowMs / this.#lengthMs);
    if (index === this.#index) return;
    this.#index = index;
    this.#counts = new Map();
  }
}
