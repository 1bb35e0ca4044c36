/** The latest entries, up to a bound: with each new one beyond it, the oldest is forgotten. */
export class Ring<Entry> {
  readonly #bound: number;
  #entries: Entry[] = [];
  /** Where the oldest is, once the bound is reached. */
  #start = 0;

  constructor(bound: number) {
    this.#bound = bound;
  }

  get size(): number {
    return this.#entries.length;
  }

  push(entry: Entry): void {
    if (this.#entries.length < this.#bound) {
      this.#entries.push(entry);
      return;
    }
    this.#entries[this.#start] = entry;
    this.#start = (this.#start + 1) % this.#bound;
  }

  /** By age: 0 is the oldest. */
  at(index: number): Entry | undefined {
    return this.#entries[(this.#start + index) % this.#entries.length];
  }

  /** Puts another in the place of each entry. */
  replaceAll(replace: (entry: Entry) => Entry): void {
    this.#entries = this.#entries.map(replace);
  }

  last(): Entry | undefined {
    return this.size === 0 ? undefined : this.at(this.size - 1);
  }

  /** From an index up to and without another; what does not exist is left out. */
  slice(from: number, to: number): readonly Entry[] {
    const first = Math.max(0, from);
    const end = Math.min(this.size, to);
    const entries: Entry[] = [];
    for (let index = first; index < end; index += 1) {
      const entry = this.at(index);
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  /** The index of the first entry whose key is at least `key`, where keys never fall; the size where there is none. */
  firstAt(key: number, keyOf: (entry: Entry) => number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.at(middle);
      if (entry !== undefined && keyOf(entry) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
