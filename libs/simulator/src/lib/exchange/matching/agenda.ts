/** What becomes due while an order matches, and is done in that order once it has: triggered stops, released orders. */
export class Agenda {
  readonly #due: (() => void)[] = [];
  #next = 0;

  add(work: () => void): void {
    this.#due.push(work);
  }

  /** Does everything, what becomes due on the way included. */
  finish(): void {
    while (this.#next < this.#due.length) this.#due[this.#next++]!();
    if (this.#next === 0) return;
    this.#due.length = 0;
    this.#next = 0;
  }
}
