/** Counts what comes in over a connection, second by second. */
export class MessageRate {
  readonly #perSecond: number | null;
  #second = 0;
  #count = 0;

  constructor(perSecond: number | null) {
    this.#perSecond = perSecond;
  }

  /** Whether one more at `nowMs` is one too many. */
  isExceededBy(nowMs: number): boolean {
    if (this.#perSecond === null) return false;
    const second = Math.floor(nowMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count > this.#perSecond;
  }
}
