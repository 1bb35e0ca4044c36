import * as traits from './traits.ts';

const HOMES_AT_FIRST = 256;
/** The id of a row that is free. */
const NOBODY = 0;
/** A row is two cache lines of memory, side by side: 16 doubles, or 32 words of 32 bits. */
const ROW_NUMBERS = 16;

/** Doubles of a row: those in the first line. */
const ID = 0;
const REMAINING = 1;
const LOCKED = 2;
const PRICE = 3;
const EXECUTED = 4;
const UPDATED_AT = 5;
/** Words of the same line, after its six doubles. */
const LEVEL = 12;
const SEAT = 13;
const NAME_HASH = 14;
const TRAITS = 15;
/** Doubles in the second line. */
const SHOWN = 8;
const PREVENTED = 9;
const EXECUTED_QUOTE = 10;
const PRICED_AT = 11;
const PLACE = 12;
const CREATED_AT = 13;
const WORKING_SINCE = 14;

/**
 * Rows of numbers, one for each open order, side by side in memory. An operation on a large book is bound by memory: an
 * order that is an object lies in a dozen places far from each other, a row in one. What placing and cancelling ask for
 * is in the first line of it, what only trades, amendments and answers do in the second.
 *
 * A row is known by its number, its slot. The id of an order says which row is its home. Ids count up, so that most orders
 * find theirs free, and who looks for one looks there first: it takes one place in memory, where a table of ids would be
 * another. Who finds somebody else at home lives beyond the homes. At least half of these are free; before that changes
 * there are twice as many, all rows move, and orders stay in their slots, home or not.
 */
export class OrderTable {
  #numbers = new Float64Array(rowsFor(HOMES_AT_FIRST) * ROW_NUMBERS);
  /** The memory of `#numbers` as words. */
  #words = new Int32Array(this.#numbers.buffer);
  #homes = HOMES_AT_FIRST;
  #mask = HOMES_AT_FIRST - 1;
  /** Rows beyond the homes: those that have become free, and the first that was never used. */
  readonly #free: number[] = [];
  #beyond = HOMES_AT_FIRST + 1;
  #inUse = 0;

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
    const slot = this.#rowFor(id);
    const at = slot << 4;
    const word = slot << 5;
    const numbers = this.#numbers;
    const words = this.#words;
    numbers[at + ID] = id;
    numbers[at + REMAINING] = lots;
    numbers[at + LOCKED] = 0;
    numbers[at + PRICE] = limit;
    numbers[at + EXECUTED] = 0;
    numbers[at + UPDATED_AT] = now;
    words[word + LEVEL] = 0;
    words[word + SEAT] = seat;
    words[word + TRAITS] = bits;
    numbers[at + SHOWN] = 0;
    numbers[at + PREVENTED] = 0;
    numbers[at + EXECUTED_QUOTE] = 0;
    numbers[at + PRICED_AT] = pricedAt;
    numbers[at + PLACE] = 0;
    numbers[at + CREATED_AT] = now;
    numbers[at + WORKING_SINCE] = 0;
    return slot;
  }

  /** A row for another order that works and stands at a level from the start. */
  beginStanding(
    id: number,
    seat: number,
    bits: number,
    lots: number,
    limit: number,
    locked: number,
    level: number,
    place: number,
    now: number,
  ): number {
    const slot = this.#rowFor(id);
    const at = slot << 4;
    const word = slot << 5;
    const numbers = this.#numbers;
    const words = this.#words;
    numbers[at + ID] = id;
    numbers[at + REMAINING] = lots;
    numbers[at + LOCKED] = locked;
    numbers[at + PRICE] = limit;
    numbers[at + EXECUTED] = 0;
    numbers[at + UPDATED_AT] = now;
    words[word + LEVEL] = level;
    words[word + SEAT] = seat;
    words[word + TRAITS] = bits;
    numbers[at + PREVENTED] = 0;
    numbers[at + EXECUTED_QUOTE] = 0;
    numbers[at + PLACE] = place;
    numbers[at + CREATED_AT] = now;
    numbers[at + WORKING_SINCE] = now;
    return slot;
  }

  /** Nobody speaks of this order any more. */
  giveBack(slot: number): void {
    this.#numbers[(slot << 4) + ID] = NOBODY;
    this.#inUse--;
    if (slot > this.#homes) this.#free.push(slot);
  }

  /** How many rows are taken. */
  get inUse(): number {
    return this.#inUse;
  }

  /** How many rows are homes: slots from 1 on. */
  get homes(): number {
    return this.#homes;
  }

  /** The slot where an order of this id is if its home was free when it came. */
  home(id: number): number {
    return (id & this.#mask) + 1;
  }

  /** The slot before which all that are taken are. */
  get bound(): number {
    return this.#beyond;
  }

  id(slot: number): number {
    return this.#numbers[(slot << 4) + ID]!;
  }

  /** What the seat of its owner is known by. */
  seatNumber(slot: number): number {
    return this.#words[(slot << 5) + SEAT]!;
  }

  /** What it is, in the bits of one word. */
  traits(slot: number): number {
    return this.#words[(slot << 5) + TRAITS]!;
  }

  setTraits(slot: number, bits: number): void {
    this.#words[(slot << 5) + TRAITS] = bits;
  }

  nameHash(slot: number): number {
    return this.#words[(slot << 5) + NAME_HASH]!;
  }

  setNameHash(slot: number, hash: number): void {
    this.#words[(slot << 5) + NAME_HASH] = hash;
  }

  /** Its limit; NaN where it has none. */
  limit(slot: number): number {
    return this.#numbers[(slot << 4) + PRICE]!;
  }

  setLimit(slot: number, limit: number): void {
    this.#numbers[(slot << 4) + PRICE] = limit;
  }

  /** The price that its cost is reckoned with: its limit, or else what was reckoned when it came. */
  pricedAt(slot: number): number {
    const limit = this.#numbers[(slot << 4) + PRICE]!;
    return limit === limit ? limit : this.#numbers[(slot << 4) + PRICED_AT]!;
  }

  setPricedAt(slot: number, price: number): void {
    this.#numbers[(slot << 4) + PRICED_AT] = price;
  }

  remaining(slot: number): number {
    return this.#numbers[(slot << 4) + REMAINING]!;
  }

  executed(slot: number): number {
    return this.#numbers[(slot << 4) + EXECUTED]!;
  }

  prevented(slot: number): number {
    return this.#numbers[(slot << 4) + PREVENTED]!;
  }

  /** Asks for more, or with a negative number for less. */
  resize(slot: number, lots: number): void {
    const at = (slot << 4) + REMAINING;
    this.#numbers[at] = this.#numbers[at]! + lots;
  }

  /** Has traded, for so much quote. Says whether a double held the sum of that; where not, it is not counted yet. */
  fill(slot: number, lots: number, quote: number, now: number): boolean {
    const at = slot << 4;
    const word = (slot << 5) + TRAITS;
    const numbers = this.#numbers;
    const words = this.#words;
    const left = numbers[at + REMAINING]! - lots;
    numbers[at + REMAINING] = left;
    numbers[at + EXECUTED] = numbers[at + EXECUTED]! + lots;
    numbers[at + UPDATED_AT] = now;
    words[word] = left === 0 ? traits.filled(words[word]!) : traits.partiallyFilled(words[word]!);
    const sum = numbers[at + EXECUTED_QUOTE]! + quote;
    const isExact = sum <= Number.MAX_SAFE_INTEGER;
    if (isExact) numbers[at + EXECUTED_QUOTE] = sum;
    return isExact;
  }

  /** Has traded, until `left` is left; with the sum of quote and what is held back now, both in doubles. */
  trade(slot: number, left: number, lots: number, executedQuote: number, locked: number, now: number): void {
    const at = slot << 4;
    const word = (slot << 5) + TRAITS;
    const numbers = this.#numbers;
    const words = this.#words;
    numbers[at + REMAINING] = left;
    numbers[at + LOCKED] = locked;
    numbers[at + EXECUTED] = numbers[at + EXECUTED]! + lots;
    numbers[at + UPDATED_AT] = now;
    numbers[at + EXECUTED_QUOTE] = executedQuote;
    words[word] = left === 0 ? traits.filled(words[word]!) : traits.partiallyFilled(words[word]!);
  }

  /** Is open no more. */
  end(slot: number, bits: number, now: number): void {
    this.#words[(slot << 5) + TRAITS] = bits;
    this.#numbers[(slot << 4) + UPDATED_AT] = now;
  }

  /** Has been kept from trading. */
  prevent(slot: number, lots: number): void {
    this.resize(slot, -lots);
    const at = (slot << 4) + PREVENTED;
    this.#numbers[at] = this.#numbers[at]! + lots;
  }

  /** Is counted in finer steps. */
  rescale(slot: number, ticks: number, lots: number): void {
    const at = slot << 4;
    const numbers = this.#numbers;
    numbers[at + REMAINING] = numbers[at + REMAINING]! * lots;
    numbers[at + EXECUTED] = numbers[at + EXECUTED]! * lots;
    numbers[at + PREVENTED] = numbers[at + PREVENTED]! * lots;
    numbers[at + SHOWN] = numbers[at + SHOWN]! * lots;
    numbers[at + PRICED_AT] = numbers[at + PRICED_AT]! * ticks;
  }

  /** What of it everybody sees while it stands in the book: all, but for icebergs. */
  shown(slot: number): number {
    const bits = this.#words[(slot << 5) + TRAITS]!;
    if ((bits & traits.IS_ICEBERG) !== 0) return this.#numbers[(slot << 4) + SHOWN]!;
    const isSeen = this.#words[(slot << 5) + LEVEL] !== 0 && (bits & traits.IS_WORKING) !== 0;
    return isSeen ? this.#numbers[(slot << 4) + REMAINING]! : 0;
  }

  /** For icebergs: what is shown of others follows from what is left. */
  setShown(slot: number, lots: number): void {
    this.#numbers[(slot << 4) + SHOWN] = lots;
  }

  /** In smallest units; NaN for more than a double holds exactly. */
  executedQuote(slot: number): number {
    return this.#numbers[(slot << 4) + EXECUTED_QUOTE]!;
  }

  setExecutedQuote(slot: number, units: number): void {
    this.#numbers[(slot << 4) + EXECUTED_QUOTE] = units;
  }

  /** In smallest units; NaN for more than a double holds exactly. */
  locked(slot: number): number {
    return this.#numbers[(slot << 4) + LOCKED]!;
  }

  setLocked(slot: number, units: number): void {
    this.#numbers[(slot << 4) + LOCKED] = units;
  }

  createdAt(slot: number): number {
    return this.#numbers[(slot << 4) + CREATED_AT]!;
  }

  updatedAt(slot: number): number {
    return this.#numbers[(slot << 4) + UPDATED_AT]!;
  }

  setUpdatedAt(slot: number, now: number): void {
    this.#numbers[(slot << 4) + UPDATED_AT] = now;
  }

  workingSince(slot: number): number {
    return this.#numbers[(slot << 4) + WORKING_SINCE]!;
  }

  setWorkingSince(slot: number, now: number): void {
    this.#numbers[(slot << 4) + WORKING_SINCE] = now;
  }

  place(slot: number): number {
    return this.#numbers[(slot << 4) + PLACE]!;
  }

  setPlace(slot: number, place: number): void {
    this.#numbers[(slot << 4) + PLACE] = place;
  }

  /** What the level that it stands at is known by; 0 where it stands nowhere. */
  levelNumber(slot: number): number {
    return this.#words[(slot << 5) + LEVEL]!;
  }

  /** Comes to stand at a level, as the last there. */
  stand(slot: number, level: number, place: number): void {
    this.#words[(slot << 5) + LEVEL] = level;
    this.#numbers[(slot << 4) + PLACE] = place;
  }

  /** Stands nowhere any more. */
  leave(slot: number): void {
    this.#words[(slot << 5) + LEVEL] = 0;
  }

  #rowFor(id: number): number {
    if (2 * this.#inUse >= this.#homes) this.#grow();
    this.#inUse++;
    const home = this.home(id);
    if (this.#numbers[(home << 4) + ID] === NOBODY) return home;
    return this.#free.pop() ?? this.#beyond++;
  }

  #grow(): void {
    this.#homes *= 2;
    this.#mask = this.#homes - 1;
    this.#free.length = 0;
    this.#beyond = this.#homes + 1;
    const numbers = new Float64Array(rowsFor(this.#homes) * ROW_NUMBERS);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    this.#words = new Int32Array(numbers.buffer);
  }
}

/** Homes, half as many beyond them, which is as many as can be taken, and the slot 0 of nobody. */
function rowsFor(homes: number): number {
  return 1 + homes + homes / 2;
}
