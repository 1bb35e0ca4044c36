import type { QueueLinks } from './queue-links.ts';

const LEVELS_AT_FIRST = 64;
/** A row is one cache line: 8 doubles, or 16 words. */
const ROW_NUMBERS = 8;

const TOTAL = 0;
const SHOWN = 1;
const OWN = 2;
const PRICE = 3;
/** Words of the same row, after its four doubles. */
const HEAD = 8;
const TAIL = 9;
const SIDE = 10;

/**
 * What stands at each price, a row of numbers a level, known by its number from 1. The queue of a level runs through the
 * links of its orders; here are the slots of its first and last, 0 for nobody.
 */
export class LevelTable {
  #numbers = new Float64Array(LEVELS_AT_FIRST * ROW_NUMBERS);
  /** The memory of `#numbers` as words. */
  #words = new Int32Array(this.#numbers.buffer);
  readonly #free: number[] = [];
  readonly #links: QueueLinks;
  #size = 1;

  constructor(links: QueueLinks) {
    this.#links = links;
  }

  /** The number of a level where nobody stands yet. */
  open(side: number, price: number): number {
    const level = this.#free.pop() ?? this.#next();
    const at = level << 3;
    this.#numbers[at + TOTAL] = 0;
    this.#numbers[at + SHOWN] = 0;
    this.#numbers[at + OWN] = 0;
    this.#numbers[at + PRICE] = price;
    this.#words[(level << 4) + HEAD] = 0;
    this.#words[(level << 4) + TAIL] = 0;
    this.#words[(level << 4) + SIDE] = side;
    return level;
  }

  /** Nobody stands there any more. What it was can be asked until another is opened. */
  close(level: number): void {
    this.#free.push(level);
  }

  /** What is left of its orders, hidden parts included. */
  total(level: number): number {
    return this.#numbers[(level << 3) + TOTAL]!;
  }

  /** What of it everybody sees. */
  shown(level: number): number {
    return this.#numbers[(level << 3) + SHOWN]!;
  }

  /** What of it is the market's own. */
  own(level: number): number {
    return this.#numbers[(level << 3) + OWN]!;
  }

  price(level: number): number {
    return this.#numbers[(level << 3) + PRICE]!;
  }

  /** What the side that it belongs to is known by. */
  side(level: number): number {
    return this.#words[(level << 4) + SIDE]!;
  }

  /** The slot of who trades first, 0 for nobody. */
  head(level: number): number {
    return this.#words[(level << 4) + HEAD]!;
  }

  count(level: number, total: number, shown: number, own: number): void {
    const numbers = this.#numbers;
    const at = level << 3;
    numbers[at + TOTAL] = numbers[at + TOTAL]! + total;
    numbers[at + SHOWN] = numbers[at + SHOWN]! + shown;
    numbers[at + OWN] = numbers[at + OWN]! + own;
  }

  /** An order comes last. */
  append(level: number, slot: number): void {
    const words = this.#words;
    const at = level << 4;
    const tail = words[at + TAIL]!;
    if (tail === 0) words[at + HEAD] = slot;
    words[at + TAIL] = slot;
    this.#links.append(slot, tail);
  }

  /** An order comes last of which all is shown; `own` of it is the market's own. */
  join(level: number, slot: number, lots: number, own: number): void {
    this.append(level, slot);
    this.count(level, lots, lots, own);
  }

  /** An order leaves. Says whether nobody is left. */
  remove(level: number, slot: number): boolean {
    const links = this.#links;
    const before = links.before(slot);
    const after = links.after(slot);
    links.join(before, after);
    const words = this.#words;
    const at = level << 4;
    if (before === 0) words[at + HEAD] = after;
    if (after === 0) words[at + TAIL] = before;
    return before === 0 && after === 0;
  }

  #next(): number {
    if (this.#size * ROW_NUMBERS === this.#numbers.length) {
      const numbers = new Float64Array(2 * this.#numbers.length);
      numbers.set(this.#numbers);
      this.#numbers = numbers;
      this.#words = new Int32Array(numbers.buffer);
    }
    return this.#size++;
  }
}
