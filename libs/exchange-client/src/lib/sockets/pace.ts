/** Lets no more than `most` things happen within any `windowMs`. */
export class Pace {
  readonly #most: number;
  readonly #windowMs: number;
  #times: readonly number[] = [];

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Reserves the next place, for `now` or as soon after it as there is one; gives its time. */
  reserve(now: number): number {
    const recent = this.#times.filter((time) => time > now - this.#windowMs);
    const first = recent.at(-this.#most);
    const at = first === undefined ? now : Math.max(now, first + this.#windowMs);
    this.#times = [...recent, at];
    return at;
  }
}
