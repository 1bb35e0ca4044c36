import * as traits from './traits.ts';

const ROWS_AT_FIRST = 256;
/** A row is one cache line of memory: 8 doubles, or 16 words of 32 bits. */
const ROW_NUMBERS = 8;

/** Doubles of a row in the first table. */
const ID = 0;
const REMAINING = 1;
const LOCKED = 2;
const PRICE = 3;
const EXECUTED = 4;
/** Words of the same row, after its five doubles. */
const BEFORE = 10;
const AFTER = 11;
const LEVEL = 12;
const SEAT = 13;
const NAME_HASH = 14;
const TRAITS = 15;
/** Doubles of a row in the second table. */
const SHOWN = 0;
const PREVENTED = 1;
const EXECUTED_QUOTE = 2;
const PRICED_AT = 3;
const PLACE = 4;
const CREATED_AT = 5;
const UPDATED_AT = 6;
const WORKING_SINCE = 7;

/**
 * Rows of numbers, one for each open order, side by side in memory. An operation on a large book is bound by memory: an
 * order that is an object lies in a dozen places far from each other, a row in one. What placing and cancelling ask for
 * is in the first table, what only trades, amendments and answers do in the second.
 *
 * A row is known by its number, its slot. Rows of orders that are gone are used again, the last one first. Where more are
 * needed all of them move.
 */
export class OrderTable {
  #numbers = new Float64Array(ROWS_AT_FIRST * ROW_NUMBERS);
  /** The memory of `#numbers` as words. */
  #words = new Int32Array(this.#numbers.buffer);
  #rare = new Float64Array(ROWS_AT_FIRST * ROW_NUMBERS);
  readonly #free: number[] = [];
  #capacity = ROWS_AT_FIRST;
  #size = 1;

  /** A row for another order: nothing of it has traded, and it stands nowhere. */
  begin(
    id: number,
    seat: number,
    bits: number,
    lots: number,
    limit: number,
    pricedAt: number,
    now: number,
  ): number {
    const slot = this.#free.pop() ?? this.#next();
    const at = slot << 3;
    const word = slot << 4;
    const numbers = this.#numbers;
    const words = this.#words;
    const rare = this.#rare;
    numbers[at + ID] = id;
    numbers[at + REMAINING] = lots;
    numbers[at + LOCKED] = 0;
    numbers[at + PRICE] = limit;
    numbers[at + EXECUTED] = 0;
    words[word + BEFORE] = 0;
    words[word + AFTER] = 0;
    words[word + LEVEL] = 0;
    words[word + SEAT] = seat;
    words[word + TRAITS] = bits;
    rare[at + SHOWN] = 0;
    rare[at + PREVENTED] = 0;
    rare[at + EXECUTED_QUOTE] = 0;
    rare[at + PRICED_AT] = pricedAt;
    rare[at + PLACE] = 0;
    rare[at + CREATED_AT] = now;
    rare[at + UPDATED_AT] = now;
    rare[at + WORKING_SINCE] = 0;
    return slot;
  }

  /** Nobody speaks of this order any more. */
  giveBack(slot: number): void {
    this.#free.push(slot);
  }

  /** How many rows are taken. */
  get inUse(): number {
    return this.#size - 1 - this.#free.length;
  }

  id(slot: number): number {
    return this.#numbers[(slot << 3) + ID]!;
  }

  /** What the seat of its owner is known by. */
  seatNumber(slot: number): number {
    return this.#words[(slot << 4) + SEAT]!;
  }

  /** What it is, in the bits of one word. */
  traits(slot: number): number {
    return this.#words[(slot << 4) + TRAITS]!;
  }

  setTraits(slot: number, bits: number): void {
    this.#words[(slot << 4) + TRAITS] = bits;
  }

  nameHash(slot: number): number {
    return this.#words[(slot << 4) + NAME_HASH]!;
  }

  setNameHash(slot: number, hash: number): void {
    this.#words[(slot << 4) + NAME_HASH] = hash;
  }

  /** Its limit; NaN where it has none. */
  limit(slot: number): number {
    return this.#numbers[(slot << 3) + PRICE]!;
  }

  setLimit(slot: number, limit: number): void {
    this.#numbers[(slot << 3) + PRICE] = limit;
  }

  /** The price that its cost is reckoned with: its limit, or else what was reckoned when it came. */
  pricedAt(slot: number): number {
    const limit = this.#numbers[(slot << 3) + PRICE]!;
    return limit === limit ? limit : this.#rare[(slot << 3) + PRICED_AT]!;
  }

  setPricedAt(slot: number, price: number): void {
    this.#rare[(slot << 3) + PRICED_AT] = price;
  }

  remaining(slot: number): number {
    return this.#numbers[(slot << 3) + REMAINING]!;
  }

  executed(slot: number): number {
    return this.#numbers[(slot << 3) + EXECUTED]!;
  }

  prevented(slot: number): number {
    return this.#rare[(slot << 3) + PREVENTED]!;
  }

  /** Asks for more, or with a negative number for less. */
  resize(slot: number, lots: number): void {
    const at = (slot << 3) + REMAINING;
    this.#numbers[at] = this.#numbers[at]! + lots;
  }

  /** Has traded. Says whether that was all of it. */
  fill(slot: number, lots: number, now: number): boolean {
    const at = slot << 3;
    const numbers = this.#numbers;
    const left = numbers[at + REMAINING]! - lots;
    numbers[at + REMAINING] = left;
    numbers[at + EXECUTED] = numbers[at + EXECUTED]! + lots;
    this.#rare[at + UPDATED_AT] = now;
    return left === 0;
  }

  /** Has been kept from trading. */
  prevent(slot: number, lots: number): void {
    this.resize(slot, -lots);
    const at = (slot << 3) + PREVENTED;
    this.#rare[at] = this.#rare[at]! + lots;
  }

  /** Is counted in finer steps. */
  rescale(slot: number, ticks: number, lots: number): void {
    const at = slot << 3;
    const numbers = this.#numbers;
    const rare = this.#rare;
    numbers[at + REMAINING] = numbers[at + REMAINING]! * lots;
    numbers[at + EXECUTED] = numbers[at + EXECUTED]! * lots;
    rare[at + PREVENTED] = rare[at + PREVENTED]! * lots;
    rare[at + SHOWN] = rare[at + SHOWN]! * lots;
    rare[at + PRICED_AT] = rare[at + PRICED_AT]! * ticks;
  }

  /** What of it everybody sees while it stands in the book: all, but for icebergs. */
  shown(slot: number): number {
    const bits = this.#words[(slot << 4) + TRAITS]!;
    if ((bits & traits.IS_ICEBERG) !== 0) return this.#rare[(slot << 3) + SHOWN]!;
    const isSeen = this.#words[(slot << 4) + LEVEL] !== 0 && (bits & traits.IS_WORKING) !== 0;
    return isSeen ? this.#numbers[(slot << 3) + REMAINING]! : 0;
  }

  /** For icebergs: what is shown of others follows from what is left. */
  setShown(slot: number, lots: number): void {
    this.#rare[(slot << 3) + SHOWN] = lots;
  }

  /** In smallest units; NaN for more than a double holds exactly. */
  executedQuote(slot: number): number {
    return this.#rare[(slot << 3) + EXECUTED_QUOTE]!;
  }

  setExecutedQuote(slot: number, units: number): void {
    this.#rare[(slot << 3) + EXECUTED_QUOTE] = units;
  }

  /** In smallest units; NaN for more than a double holds exactly. */
  locked(slot: number): number {
    return this.#numbers[(slot << 3) + LOCKED]!;
  }

  setLocked(slot: number, units: number): void {
    this.#numbers[(slot << 3) + LOCKED] = units;
  }

  createdAt(slot: number): number {
    return this.#rare[(slot << 3) + CREATED_AT]!;
  }

  updatedAt(slot: number): number {
    return this.#rare[(slot << 3) + UPDATED_AT]!;
  }

  setUpdatedAt(slot: number, now: number): void {
    this.#rare[(slot << 3) + UPDATED_AT] = now;
  }

  workingSince(slot: number): number {
    return this.#rare[(slot << 3) + WORKING_SINCE]!;
  }

  setWorkingSince(slot: number, now: number): void {
    this.#rare[(slot << 3) + WORKING_SINCE] = now;
  }

  place(slot: number): number {
    return this.#rare[(slot << 3) + PLACE]!;
  }

  setPlace(slot: number, place: number): void {
    this.#rare[(slot << 3) + PLACE] = place;
  }

  /** What the level that it stands at is known by; 0 where it stands nowhere. */
  levelNumber(slot: number): number {
    return this.#words[(slot << 4) + LEVEL]!;
  }

  /** Who stands before it, 0 for nobody. */
  before(slot: number): number {
    return this.#words[(slot << 4) + BEFORE]!;
  }

  /** Who stands behind it, 0 for nobody. */
  after(slot: number): number {
    return this.#words[(slot << 4) + AFTER]!;
  }

  /** Comes to stand behind `before`, 0 for nobody, as the last at a level. */
  enqueue(slot: number, level: number, before: number, place: number): void {
    const words = this.#words;
    words[(slot << 4) + LEVEL] = level;
    words[(slot << 4) + BEFORE] = before;
    words[(slot << 4) + AFTER] = 0;
    if (before !== 0) words[(before << 4) + AFTER] = slot;
    this.#rare[(slot << 3) + PLACE] = place;
  }

  /** Steps out of its queue: who stood before it and who stood behind it stand next to each other. */
  unlink(slot: number): void {
    const words = this.#words;
    const before = words[(slot << 4) + BEFORE]!;
    const after = words[(slot << 4) + AFTER]!;
    words[(slot << 4) + LEVEL] = 0;
    if (before !== 0) words[(before << 4) + AFTER] = after;
    if (after !== 0) words[(after << 4) + BEFORE] = before;
  }

  #next(): number {
    if (this.#size === this.#capacity) this.#grow();
    return this.#size++;
  }

  #grow(): void {
    this.#capacity *= 2;
    const numbers = new Float64Array(this.#capacity * ROW_NUMBERS);
    numbers.set(this.#numbers);
    const rare = new Float64Array(this.#capacity * ROW_NUMBERS);
    rare.set(this.#rare);
    this.#numbers = numbers;
    this.#words = new Int32Array(numbers.buffer);
    this.#rare = rare;
  }
}
