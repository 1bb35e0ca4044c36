const SMALLEST = 16;

/**
 * Slots by a hash of 32 bits: flat, with open addressing, hash and slot side by side. Who looks for something goes
 * through the cells that may hold it: `first`, then `next`, until −1. A `Map` costs several times as much where orders
 * come and go by the million.
 */
export class SlotTable {
  /** A hash and a slot for each cell; slot 0 where it is empty. */
  #cells = new Int32Array(2 * SMALLEST);
  #mask = SMALLEST - 1;
  #size = 0;

  /** The first cell with this hash. */
  first(hash: number): number {
    return this.#from(hash & this.#mask, hash);
  }

  /** The next cell with this hash. */
  next(cell: number, hash: number): number {
    return this.#from((cell + 1) & this.#mask, hash);
  }

  slotAt(cell: number): number {
    return this.#cells[2 * cell + 1]!;
  }

  add(hash: number, slot: number): void {
    if (2 * this.#size > this.#mask) this.#grow();
    this.#put(hash, slot);
    this.#size++;
  }

  delete(hash: number, slot: number): void {
    let cell = this.first(hash);
    while (cell !== -1 && this.slotAt(cell) !== slot) cell = this.next(cell, hash);
    if (cell === -1) return;
    this.#size--;
    this.#close(cell);
  }

  #from(start: number, hash: number): number {
    const cells = this.#cells;
    for (let cell = start; ; cell = (cell + 1) & this.#mask) {
      if (cells[2 * cell + 1] === 0) return -1;
      if (cells[2 * cell] === hash) return cell;
    }
  }

  /** Moves up what a hole would cut off from where it is looked for. */
  #close(start: number): void {
    const cells = this.#cells;
    const mask = this.#mask;
    let hole = start;
    for (let cell = (hole + 1) & mask; cells[2 * cell + 1] !== 0; cell = (cell + 1) & mask) {
      const home = cells[2 * cell]! & mask;
      if (((cell - home) & mask) < ((cell - hole) & mask)) continue;
      cells[2 * hole] = cells[2 * cell]!;
      cells[2 * hole + 1] = cells[2 * cell + 1]!;
      hole = cell;
    }
    cells[2 * hole + 1] = 0;
  }

  #grow(): void {
    const cells = this.#cells;
    this.#cells = new Int32Array(2 * cells.length);
    this.#mask = cells.length - 1;
    for (let at = 0; at < cells.length; at += 2) {
      if (cells[at + 1] !== 0) this.#put(cells[at]!, cells[at + 1]!);
    }
  }

  #put(hash: number, slot: number): void {
    let cell = hash & this.#mask;
    while (this.slotAt(cell) !== 0) cell = (cell + 1) & this.#mask;
    this.#cells[2 * cell] = hash;
    this.#cells[2 * cell + 1] = slot;
  }
}
