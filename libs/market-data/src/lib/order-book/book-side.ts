/** Where the best level comes to lie in the window: most levels are behind it, and a better one needs room too. */
const BEST_AT = 3 / 4;
/** How near the best may come to the window's worse end before the window follows. */
const LEAST_BEHIND = 1 / 4;

/** Ticks in one word of the bitmap, and words in one of its summary. */
const WORD_BITS = 5;

type LevelVisitor = (key: number, quantity: number) => void;

/**
 * One side of an order book. Its levels are keyed so that the best has the greatest key: ticks for bids, ticks with a
 * minus for asks. Levels in a window of ticks around the best lie in an array, with a bitmap and a summary of the bitmap
 * that find the next best in a few steps; the many far ones that hardly ever change lie in a map. No level is better than
 * the window's end: the window follows the best.
 */
export class BookSide {
  readonly #size: number;
  readonly #quantities: Float64Array;
  readonly #words: Int32Array;
  readonly #summary: Int32Array;
  readonly #far = new Map<number, number>();
  #base = 0;
  #best = -1;

  /** @param windowTicks a power of two, at least 1,024 */
  constructor(windowTicks: number) {
    this.#size = windowTicks;
    this.#quantities = new Float64Array(windowTicks);
    this.#words = new Int32Array(windowTicks >>> WORD_BITS);
    this.#summary = new Int32Array(windowTicks >>> (2 * WORD_BITS));
  }

  /** The key of the best level; -Infinity when there is none. */
  get bestKey(): number {
    return this.#best < 0 ? -Infinity : this.#base + this.#best;
  }

  /** The best level's quantity in base; 0 when there is none. */
  get bestQuantity(): number {
    return this.#best < 0 ? 0 : this.#quantities[this.#best]!;
  }

  /** The quantity at a key; 0 where there is no level. */
  quantityAt(key: number): number {
    const index = key - this.#base;
    return index >= 0 && index < this.#size ? this.#quantities[index]! : (this.#far.get(key) ?? 0);
  }

  /** Sets the quantity of a level; 0 removes it, and removing what is not there does nothing. */
  set(key: number, quantity: number): void {
    const index = key - this.#base;
    if (index < 0 || index >= this.#size || this.#best < 0) return this.#setOutside(key, quantity);
    this.#quantities[index] = quantity;
    const word = index >>> WORD_BITS;
    if (quantity !== 0) {
      this.#words[word]! |= 1 << (index & 31);
      this.#summary[word >>> WORD_BITS]! |= 1 << (word & 31);
      if (index > this.#best) this.#best = index;
      return;
    }
    const left = this.#words[word]! & ~(1 << (index & 31));
    this.#words[word] = left;
    if (left === 0) this.#summary[word >>> WORD_BITS]! &= ~(1 << (word & 31));
    if (index === this.#best) this.#seekBest(word);
  }

  clear(): void {
    this.#empty();
    this.#far.clear();
  }

  /** Shows levels from the best on, until `count` have been seen. */
  visitBest(count: number, visit: LevelVisitor): void {
    let left = count;
    for (let index = this.#best; index >= 0 && left > 0; index = this.#nextBelow(index)) {
      visit(this.#base + index, this.#quantities[index]!);
      left--;
    }
    if (left <= 0 || this.#far.size === 0) return;
    const keys = [...this.#far.keys()].sort((a, b) => b - a).slice(0, left);
    for (const key of keys) visit(key, this.#far.get(key)!);
  }

  /** For a level outside of the window, and for the first one, which says where the window is. */
  #setOutside(key: number, quantity: number): void {
    if (quantity === 0) this.#far.delete(key);
    else if (key > this.bestKey) this.#moveTo(key, quantity);
    else this.#far.set(key, quantity);
  }

  /** After the best level has gone from this word of the bitmap. */
  #seekBest(word: number): void {
    this.#best = this.#highestUpTo(word);
    if (this.#best >= this.#size * LEAST_BEHIND || this.#far.size === 0) return;
    const key = this.#best < 0 ? this.#bestFarKey() : this.bestKey;
    this.#moveTo(key, this.quantityAt(key));
  }

  /** The highest occupied index in this word of the bitmap or below; -1 when there is none. */
  #highestUpTo(word: number): number {
    if (this.#words[word] !== 0) return (word << WORD_BITS) + 31 - Math.clz32(this.#words[word]!);
    let summary = word >>> WORD_BITS;
    let bits = this.#summary[summary]! & ((1 << (word & 31)) - 1);
    while (bits === 0) {
      if (summary === 0) return -1;
      bits = this.#summary[--summary]!;
    }
    const found = (summary << WORD_BITS) + 31 - Math.clz32(bits);
    return (found << WORD_BITS) + 31 - Math.clz32(this.#words[found]!);
  }

  #nextBelow(index: number): number {
    const word = index >>> WORD_BITS;
    const bits = this.#words[word]! & ((1 << (index & 31)) - 1);
    if (bits !== 0) return (word << WORD_BITS) + 31 - Math.clz32(bits);
    return word === 0 ? -1 : this.#highestUpTo(word - 1);
  }

  #bestFarKey(): number {
    let best = -Infinity;
    for (const key of this.#far.keys()) if (key > best) best = key;
    return best;
  }

  /** Lays the window around a level, which becomes the best. */
  #moveTo(bestKey: number, quantity: number): void {
    for (let index = this.#best; index >= 0; index = this.#nextBelow(index)) {
      this.#far.set(this.#base + index, this.#quantities[index]!);
    }
    this.#empty();
    this.#base = bestKey - this.#size * BEST_AT;
    this.#best = this.#size * BEST_AT;
    this.#far.delete(bestKey);
    this.set(bestKey, quantity);
    for (const [key, resting] of this.#far) {
      if (key < this.#base) continue;
      this.#far.delete(key);
      this.set(key, resting);
    }
  }

  #empty(): void {
    this.#quantities.fill(0);
    this.#words.fill(0);
    this.#summary.fill(0);
    this.#best = -1;
  }
}
