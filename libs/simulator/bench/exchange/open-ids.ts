/**
 * Ids of orders that were open when they were added. Which of them have ended since is found out when they are picked:
 * a book-keeping that looks for them at once would cost as much as what it measures.
 */
export class OpenIds {
  readonly #ids: number[] = [];

  add(id: number): void {
    this.#ids.push(id);
  }

  /** Takes out one that is still open, for a number from 0 to below 1. */
  take(uniform: number, isOpen: (id: number) => boolean): number {
    for (let at = uniform * this.#ids.length; this.#ids.length > 0; at = (at * 7 + 1) % this.#ids.length) {
      const place = Math.floor(at);
      const id = this.#ids[place]!;
      this.#ids[place] = this.#ids.at(-1)!;
      this.#ids.pop();
      if (isOpen(id)) return id;
    }
    throw new Error('No order is open.');
  }
}
