import type { Seat } from '../listing/seat.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { Trail } from '../triggers/trail.ts';
import type { OrderTerms } from './order-terms.ts';

const PAGE_ROWS_LOG2 = 9;
const PAGE_ROWS = 1 << PAGE_ROWS_LOG2;
/** A row is two cache lines of memory: 16 doubles, or 32 words of 32 bits. */
const ROW_BYTES = 128;

/** The double, and the word, that a row begins with in its page. */
export const firstNumber = (slot: number) => (slot & (PAGE_ROWS - 1)) << 4;
export const firstWord = (slot: number) => (slot & (PAGE_ROWS - 1)) << 5;

/**
 * The open orders of a symbol, side by side in pages of memory, a row each. An operation on a large book is bound by
 * memory: an order that is an object lies in a dozen places far from each other, a row in one. `live-order.ts` says what
 * the cells of a row are, those that placing and cancelling need in its first line. Pages stay where they are.
 *
 * A row is known by its number, its slot. Orders link themselves into queues by slots, 0 for none. What few orders have,
 * and what is no number, lies beside the rows, by slot. Rows of orders that are gone are used again, the last one first.
 */
export class OrderRows {
  readonly #numbers: Float64Array[] = [];
  readonly #words: Int32Array[] = [];
  readonly names: string[] = [''];
  readonly terms = new Map<number, OrderTerms>();
  readonly lists = new Map<number, OrderList>();
  readonly trails = new Map<number, Trail>();
  readonly amendments = new Map<number, number>();
  /** Who trades here, by the numbers that rows know them by. */
  readonly seats: Seat[] = [];
  readonly #levels: (PriceLevel | null)[] = [null];
  readonly #freeLevels: number[] = [];
  /** Money that no double holds exactly, by slot and cell. */
  readonly #large = new Map<number, bigint>();
  readonly #free: number[] = [];
  #size = 1;

  /** A row for another order. It holds what the order before it has left. */
  take(): number {
    const slot = this.#free.pop();
    if (slot !== undefined) return slot;
    if (this.#size >> PAGE_ROWS_LOG2 === this.#numbers.length) this.#addPage();
    return this.#size++;
  }

  /** Nobody speaks of this order any more. */
  giveBack(slot: number): void {
    if (this.terms.size > 0) this.terms.delete(slot);
    if (this.lists.size > 0) this.lists.delete(slot);
    if (this.trails.size > 0) this.trails.delete(slot);
    if (this.amendments.size > 0) this.amendments.delete(slot);
    if (this.#large.size > 0) this.#forgetLarge(slot);
    this.#free.push(slot);
  }

  /** How many rows are taken. */
  get inUse(): number {
    return this.#size - 1 - this.#free.length;
  }

  /** The page of a row as doubles. */
  numbers(slot: number): Float64Array {
    return this.#numbers[slot >> PAGE_ROWS_LOG2]!;
  }

  /** The page of a row as words. */
  words(slot: number): Int32Array {
    return this.#words[slot >> PAGE_ROWS_LOG2]!;
  }

  /** What stands in a cell of money that is not a number: more than a double holds exactly. */
  large(slot: number, cell: number): bigint {
    return this.#large.get(slot * ROW_BYTES + cell)!;
  }

  /** Keeps more money than a double holds exactly, and gives what is to stand in its cell. */
  keepLarge(slot: number, cell: number, units: bigint): number {
    this.#large.set(slot * ROW_BYTES + cell, units);
    return NaN;
  }

  enterSeat(seat: Seat): number {
    return this.seats.push(seat) - 1;
  }

  enterLevel(level: PriceLevel): number {
    const number = this.#freeLevels.pop() ?? this.#levels.length;
    this.#levels[number] = level;
    return number;
  }

  leaveLevel(number: number): void {
    this.#levels[number] = null;
    this.#freeLevels.push(number);
  }

  level(number: number): PriceLevel | null {
    return this.#levels[number]!;
  }

  #forgetLarge(slot: number): void {
    for (let cell = 0; cell < ROW_BYTES / 8; cell++) this.#large.delete(slot * ROW_BYTES + cell);
  }

  #addPage(): void {
    const memory = new ArrayBuffer(PAGE_ROWS * ROW_BYTES);
    this.#numbers.push(new Float64Array(memory));
    this.#words.push(new Int32Array(memory));
  }
}
