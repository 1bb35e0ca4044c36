/** Prices of one page: words of 32 bits, and a bit in a word above for each of them that is not empty. */
const PAGE = 256;
const WORDS = PAGE / 32;
/** Where in a page its words begin, and its values; the summary of the words comes first. */
const FIRST_WORD = 1;
const FIRST_VALUE = FIRST_WORD + WORDS;
const PAGE_CELLS = FIRST_VALUE + PAGE;
/** Pages that are found without a search. */
const REMEMBERED = 64;

/**
 * Numbers from 1 by price, in ticks from 0 to 2^53, with the lowest and the highest at hand; 0 stands for none. Prices
 * that lie together share a page, which has a place for each and says in bits which are taken. Pages are sorted, so that
 * prices may be as far apart as they like, and all in one piece of memory; where those asked for lately are is remembered.
 */
export class PriceMap {
  #cells = new Int32Array(4 * PAGE_CELLS);
  /** What the pages have in common, in order: their prices divided by `PAGE`; and where in `#cells` each begins. */
  readonly #numbers: number[] = [];
  readonly #starts: number[] = [];
  readonly #free: number[] = [];
  #used = 0;
  readonly #rememberedNumbers = new Float64Array(REMEMBERED).fill(-1);
  readonly #rememberedStarts = new Int32Array(REMEMBERED);

  get(price: number): number {
    const number = Math.floor(price / PAGE);
    const start = this.#start(number);
    return start === -1 ? 0 : this.#cells[start + FIRST_VALUE + (price - number * PAGE)]!;
  }

  set(price: number, value: number): void {
    const number = Math.floor(price / PAGE);
    const known = this.#start(number);
    const start = known === -1 ? this.#open(number) : known;
    const cells = this.#cells;
    const offset = price - number * PAGE;
    const word = offset >> 5;
    cells[start + FIRST_VALUE + offset] = value;
    cells[start + FIRST_WORD + word] = cells[start + FIRST_WORD + word]! | (1 << (offset & 31));
    cells[start] = cells[start]! | (1 << word);
  }

  delete(price: number): void {
    const number = Math.floor(price / PAGE);
    const start = this.#start(number);
    if (start === -1) return;
    const cells = this.#cells;
    const offset = price - number * PAGE;
    const word = offset >> 5;
    const left = cells[start + FIRST_WORD + word]! & ~(1 << (offset & 31));
    cells[start + FIRST_VALUE + offset] = 0;
    cells[start + FIRST_WORD + word] = left;
    if (left !== 0) return;
    cells[start] = cells[start]! & ~(1 << word);
    if (cells[start] === 0) this.#close(number, start);
  }

  /** Of the lowest price. */
  lowest(): number {
    const start = this.#starts[0];
    return start === undefined ? 0 : this.#first(start, 0);
  }

  /** Of the highest price. */
  highest(): number {
    const start = this.#starts.at(-1);
    return start === undefined ? 0 : this.#last(start, PAGE - 1);
  }

  /** Of the next price above. */
  above(price: number): number {
    const number = Math.floor((price + 1) / PAGE);
    const place = this.#place(number);
    const start = this.#starts[place];
    if (start === undefined) return 0;
    const isThere = this.#numbers[place] === number;
    const found = this.#first(start, isThere ? price + 1 - number * PAGE : 0);
    if (found !== 0) return found;
    const next = this.#starts[place + 1];
    return next === undefined ? 0 : this.#first(next, 0);
  }

  /** Of the next price below. */
  below(price: number): number {
    if (price <= 0) return 0;
    const number = Math.floor((price - 1) / PAGE);
    const place = this.#place(number);
    const start = this.#starts[place];
    const isThere = start !== undefined && this.#numbers[place] === number;
    const found = isThere ? this.#last(start, price - 1 - number * PAGE) : 0;
    if (found !== 0) return found;
    const before = this.#starts[place - 1];
    return before === undefined ? 0 : this.#last(before, PAGE - 1);
  }

  /** Where a page begins; −1 where there is none. */
  #start(number: number): number {
    const memory = number % REMEMBERED;
    if (this.#rememberedNumbers[memory] === number) return this.#rememberedStarts[memory]!;
    const place = this.#place(number);
    if (this.#numbers[place] !== number) return -1;
    return this.#remember(number, this.#starts[place]!);
  }

  #remember(number: number, start: number): number {
    this.#rememberedNumbers[number % REMEMBERED] = number;
    this.#rememberedStarts[number % REMEMBERED] = start;
    return start;
  }

  #open(number: number): number {
    const start = this.#free.pop() ?? this.#next();
    const place = this.#place(number);
    this.#numbers.splice(place, 0, number);
    this.#starts.splice(place, 0, start);
    return this.#remember(number, start);
  }

  #next(): number {
    const start = this.#used;
    this.#used += PAGE_CELLS;
    if (this.#used > this.#cells.length) {
      const cells = new Int32Array(2 * this.#cells.length);
      cells.set(this.#cells);
      this.#cells = cells;
    }
    return start;
  }

  /** A page that has become empty is used again. */
  #close(number: number, start: number): void {
    const place = this.#place(number);
    this.#numbers.splice(place, 1);
    this.#starts.splice(place, 1);
    this.#rememberedNumbers[number % REMEMBERED] = -1;
    this.#free.push(start);
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

  /** The first value of a page at an offset or after it. */
  #first(start: number, offset: number): number {
    const cells = this.#cells;
    const from = offset >> 5;
    const bits = cells[start + FIRST_WORD + from]! & (-1 << (offset & 31));
    if (bits !== 0) return cells[start + FIRST_VALUE + from * 32 + lowestBit(bits)]!;
    const later = cells[start]! & (-1 << (from + 1));
    if (later === 0) return 0;
    const word = lowestBit(later);
    return cells[start + FIRST_VALUE + word * 32 + lowestBit(cells[start + FIRST_WORD + word]!)]!;
  }

  /** The last value of a page at an offset or before it. */
  #last(start: number, offset: number): number {
    const cells = this.#cells;
    const from = offset >> 5;
    const bits = cells[start + FIRST_WORD + from]! & (-1 >>> (31 - (offset & 31)));
    if (bits !== 0) return cells[start + FIRST_VALUE + from * 32 + highestBit(bits)]!;
    const earlier = cells[start]! & ((1 << from) - 1);
    if (earlier === 0) return 0;
    const word = highestBit(earlier);
    return cells[start + FIRST_VALUE + word * 32 + highestBit(cells[start + FIRST_WORD + word]!)]!;
  }
}

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);
const highestBit = (bits: number) => 31 - Math.clz32(bits);
