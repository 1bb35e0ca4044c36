const SLOTS_AT_FIRST = 256;

/**
 * Who stands before and behind whom in the queues of a book, by slot; 0 for nobody. They lie apart from the rows of the
 * orders: who leaves a queue touches both neighbours, whose rows are of no interest then and lie anywhere in memory, and
 * links alone are few enough to stay near.
 */
export class QueueLinks {
  /** Before and behind, a pair for each slot. */
  #links = new Int32Array(2 * SLOTS_AT_FIRST);

  /** Who stands before it, 0 for nobody. */
  before(slot: number): number {
    return this.#links[2 * slot]!;
  }

  /** Who stands behind it, 0 for nobody. */
  after(slot: number): number {
    return this.#links[2 * slot + 1]!;
  }

  /** Comes to stand behind `before`, 0 for nobody, as the last. */
  append(slot: number, before: number): void {
    if (2 * slot >= this.#links.length) this.#grow(slot);
    const links = this.#links;
    links[2 * slot] = before;
    links[2 * slot + 1] = 0;
    if (before !== 0) links[2 * before + 1] = slot;
  }

  /** Who stood before somebody who leaves and who stood behind stand next to each other. */
  join(before: number, after: number): void {
    const links = this.#links;
    if (before !== 0) links[2 * before + 1] = after;
    if (after !== 0) links[2 * after] = before;
  }

  #grow(slot: number): void {
    const links = new Int32Array(4 * slot);
    links.set(this.#links);
    this.#links = links;
  }
}
