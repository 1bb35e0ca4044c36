/** Tells when something is due that happens at every multiple of a length of market time, beginning after `startMs`. */
export class Every {
  readonly #lengthMs: number;
  #nextMs: number;

  constructor(lengthMs: number, startMs: number) {
    this.#lengthMs = lengthMs;
    this.#nextMs = this.#after(startMs);
  }

  /** True once for all the multiples that have passed since it was last asked. */
  isDue(nowMs: number): boolean {
    if (nowMs < this.#nextMs) return false;
    this.#nextMs = this.#after(nowMs);
    return true;
  }

  #after(timeMs: number): number {
    return (Math.floor(timeMs / this.#lengthMs) + 1) * this.#lengthMs;
  }
}
