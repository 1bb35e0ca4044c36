/** Prices of one page: 32 words of 32 bits, and a bit for each word that is not empty. */
const PAGE = 1024;

interface Page {
  summary: number;
  readonly words: Int32Array;
}

/**
 * A set of prices, in ticks from 0 to 2^53, that knows its lowest and its highest at once. Prices that lie together
 * share a page of bits; pages are sorted, so that prices may be as far apart as they like.
 */
export class PriceIndex {
  /** Numbers of the pages that hold something, ascending. */
  readonly #numbers: number[] = [];
  readonly #pages = new Map<number, Page>();

  add(price: number): void {
    const number = Math.floor(price / PAGE);
    const page = this.#pages.get(number) ?? this.#open(number);
    const offset = price - number * PAGE;
    const word = offset >> 5;
    page.words[word] = page.words[word]! | (1 << (offset & 31));
    page.summary |= 1 << word;
  }

  delete(price: number): void {
    const number = Math.floor(price / PAGE);
    const page = this.#pages.get(number);
    if (page === undefined) return;
    const offset = price - number * PAGE;
    const word = offset >> 5;
    const left = page.words[word]! & ~(1 << (offset & 31));
    page.words[word] = left;
    if (left !== 0) return;
    page.summary &= ~(1 << word);
    if (page.summary === 0) this.#close(number);
  }

  /** The lowest price, -1 where there is none. */
  lowest(): number {
    const number = this.#numbers[0];
    return number === undefined ? -1 : this.#first(number, 0);
  }

  /** The highest price, -1 where there is none. */
  highest(): number {
    const number = this.#numbers.at(-1);
    return number === undefined ? -1 : this.#last(number, PAGE - 1);
  }

  /** The next price above, -1 where there is none. */
  above(price: number): number {
    const number = Math.floor((price + 1) / PAGE);
    const place = this.#place(number);
    const first = this.#numbers[place];
    if (first === undefined) return -1;
    const found = this.#first(first, first === number ? price + 1 - number * PAGE : 0);
    if (found !== -1) return found;
    const next = this.#numbers[place + 1];
    return next === undefined ? -1 : this.#first(next, 0);
  }

  /** The next price below, -1 where there is none. */
  below(price: number): number {
    if (price <= 0) return -1;
    const number = Math.floor((price - 1) / PAGE);
    const place = this.#place(number);
    if (this.#numbers[place] === number) {
      const found = this.#last(number, price - 1 - number * PAGE);
      if (found !== -1) return found;
    }
    const before = this.#numbers[place - 1];
    return before === undefined ? -1 : this.#last(before, PAGE - 1);
  }

  /** The first price of a page at an offset or after it, -1 where there is none. */
  #first(number: number, offset: number): number {
    const { words, summary } = this.#pages.get(number)!;
    const start = offset >> 5;
    const bits = words[start]! & (-1 << (offset & 31));
    if (bits !== 0) return number * PAGE + start * 32 + lowestBit(bits);
    const later = start === 31 ? 0 : summary & (-1 << (start + 1));
    if (later === 0) return -1;
    const word = lowestBit(later);
    return number * PAGE + word * 32 + lowestBit(words[word]!);
  }

  /** The last price of a page at an offset or before it, -1 where there is none. */
  #last(number: number, offset: number): number {
    const { words, summary } = this.#pages.get(number)!;
    const start = offset >> 5;
    const bits = words[start]! & (-1 >>> (31 - (offset & 31)));
    if (bits !== 0) return number * PAGE + start * 32 + highestBit(bits);
    const earlier = summary & ((1 << start) - 1);
    if (earlier === 0) return -1;
    const word = highestBit(earlier);
    return number * PAGE + word * 32 + highestBit(words[word]!);
  }

  #open(number: number): Page {
    const page = { summary: 0, words: new Int32Array(32) };
    this.#pages.set(number, page);
    this.#numbers.splice(this.#place(number), 0, number);
    return page;
  }

  #close(number: number): void {
    this.#pages.delete(number);
    this.#numbers.splice(this.#place(number), 1);
  }

  /** Where a page stands or would stand among the pages. */
  #place(number: number): number {
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);
const highestBit = (bits: number) => 31 - Math.clz32(bits);
