/** Prices of one page: words of 32 bits, and a bit for each word that is not empty. */
const PAGE = 256;
const WORDS = PAGE / 32;

interface Page<Value> {
  readonly number: number;
  summary: number;
  readonly words: number[];
  readonly values: (Value | null)[];
}

/**
 * Values by price, in ticks from 0 to 2^53, with the lowest and the highest at hand. Prices that lie together share a
 * page, which has a place for each and says in bits which are taken; pages are sorted, so that prices may be as far
 * apart as they like.
 */
export class PriceMap<Value> {
  readonly #pages: Page<Value>[] = [];
  /** The page asked for last, where the next one will most often be as well. */
  #last: Page<Value> | null = null;
  /** A page that has become empty, for the next one that is needed. */
  #spare: Page<Value> | null = null;

  get(price: number): Value | null {
    const number = Math.floor(price / PAGE);
    const page = this.#page(number);
    return page === null ? null : page.values[price - number * PAGE]!;
  }

  set(price: number, value: Value): void {
    const number = Math.floor(price / PAGE);
    const page = this.#page(number) ?? this.#open(number);
    const offset = price - number * PAGE;
    const word = offset >> 5;
    page.values[offset] = value;
    page.words[word] = page.words[word]! | (1 << (offset & 31));
    page.summary |= 1 << word;
  }

  delete(price: number): void {
    const number = Math.floor(price / PAGE);
    const page = this.#page(number);
    if (page === null) return;
    const offset = price - number * PAGE;
    const word = offset >> 5;
    const left = page.words[word]! & ~(1 << (offset & 31));
    page.values[offset] = null;
    page.words[word] = left;
    if (left !== 0) return;
    page.summary &= ~(1 << word);
    if (page.summary === 0) this.#close(page);
  }

  /** Of the lowest price; null where there is none. */
  lowest(): Value | null {
    const page = this.#pages[0];
    return page === undefined ? null : first(page, 0);
  }

  /** Of the highest price; null where there is none. */
  highest(): Value | null {
    const page = this.#pages.at(-1);
    return page === undefined ? null : last(page, PAGE - 1);
  }

  /** Of the next price above; null where there is none. */
  above(price: number): Value | null {
    const number = Math.floor((price + 1) / PAGE);
    const place = this.#place(number);
    const page = this.#pages[place];
    if (page === undefined) return null;
    const found = first(page, page.number === number ? price + 1 - number * PAGE : 0);
    if (found !== null) return found;
    const next = this.#pages[place + 1];
    return next === undefined ? null : first(next, 0);
  }

  /** Of the next price below; null where there is none. */
  below(price: number): Value | null {
    if (price <= 0) return null;
    const number = Math.floor((price - 1) / PAGE);
    const place = this.#place(number);
    const page = this.#pages[place];
    const found = page?.number === number ? last(page, price - 1 - number * PAGE) : null;
    if (found !== null) return found;
    const before = this.#pages[place - 1];
    return before === undefined ? null : last(before, PAGE - 1);
  }

  #page(number: number): Page<Value> | null {
    if (this.#last?.number === number) return this.#last;
    const page = this.#pages[this.#place(number)];
    if (page?.number !== number) return null;
    this.#last = page;
    return page;
  }

  #open(number: number): Page<Value> {
    const words = this.#spare?.words ?? new Array<number>(WORDS).fill(0);
    const values = this.#spare?.values ?? new Array<Value | null>(PAGE).fill(null);
    const page = { number, summary: 0, words, values };
    this.#spare = null;
    this.#pages.splice(this.#place(number), 0, page);
    this.#last = page;
    return page;
  }

  #close(page: Page<Value>): void {
    this.#pages.splice(this.#place(page.number), 1);
    this.#last = null;
    this.#spare = page;
  }

  /** Where a page stands or would stand among the pages. */
  #place(number: number): number {
    let low = 0;
    let high = this.#pages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pages[middle]!.number < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The first value of a page at an offset or after it. */
function first<Value>({ words, summary, values }: Page<Value>, offset: number): Value | null {
  const start = offset >> 5;
  const bits = words[start]! & (-1 << (offset & 31));
  if (bits !== 0) return values[start * 32 + lowestBit(bits)]!;
  const later = summary & (-1 << (start + 1));
  if (later === 0) return null;
  const word = lowestBit(later);
  return values[word * 32 + lowestBit(words[word]!)]!;
}

/** The last value of a page at an offset or before it. */
function last<Value>({ words, summary, values }: Page<Value>, offset: number): Value | null {
  const start = offset >> 5;
  const bits = words[start]! & (-1 >>> (31 - (offset & 31)));
  if (bits !== 0) return values[start * 32 + highestBit(bits)]!;
  const earlier = summary & ((1 << start) - 1);
  if (earlier === 0) return null;
  const word = highestBit(earlier);
  return values[word * 32 + highestBit(words[word]!)]!;
}

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);
const highestBit = (bits: number) => 31 - Math.clz32(bits);
