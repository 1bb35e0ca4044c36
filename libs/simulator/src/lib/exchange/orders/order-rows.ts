import type { ExchangeOrder } from '../exchange-order.ts';
import type { Seat } from '../listing/seat.ts';
import type { BookSide } from '../order-book/book-side.ts';
import { LevelTable } from '../order-book/level-table.ts';
import { QueueLinks } from '../order-book/queue-links.ts';
import { PriceLevel } from '../order-book/price-level.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { Trail } from '../triggers/trail.ts';
import { nameOfId } from './derived-name.ts';
import type { OrderTerms } from './order-terms.ts';
import { OrderTable } from './order-table.ts';
import { HAS_MORE, KNOWS_NAME } from './traits.ts';

/** The sums of an order that may be more than a double holds. */
const LOCKED = 0;
const EXECUTED_QUOTE = 1;

/**
 * The open orders of a symbol: a row of numbers each, and beside the rows, by slot, what few orders have and what is no
 * number.
 */
export class OrderRows extends OrderTable {
  /** Given by owners, or derived once somebody has asked. */
  readonly names: string[] = [''];
  readonly terms = new Map<number, OrderTerms>();
  readonly lists = new Map<number, OrderList>();
  readonly trails = new Map<number, Trail>();
  readonly amendments = new Map<number, number>();
  /** Who trades here, by the numbers that rows know them by. */
  readonly seats: Seat[] = [];
  readonly links = new QueueLinks();
  readonly levels = new LevelTable(this.links);
  /** The order that was told last, and what it was in bits: where nothing has changed it is told again. */
  latestValue: ExchangeOrder | null = null;
  latestTraits = 0;
  /** What levels belong to, by the numbers that they know them by. */
  readonly sides: BookSide[] = [];
  readonly #large = new Map<number, bigint>();

  override giveBack(slot: number): void {
    if ((this.traits(slot) & HAS_MORE) !== 0) this.#forget(slot);
    super.giveBack(slot);
  }

  /** Sets bits, and says that something of an order lies beside its row. */
  mark(slot: number, bits: number): void {
    this.setTraits(slot, this.traits(slot) | bits | HAS_MORE);
  }

  largeLocked(slot: number): bigint {
    return this.#large.get(2 * slot + LOCKED)!;
  }

  setLargeLocked(slot: number, units: bigint): void {
    this.mark(slot, 0);
    this.setLocked(slot, NaN);
    this.#large.set(2 * slot + LOCKED, units);
  }

  largeExecutedQuote(slot: number): bigint {
    return this.#large.get(2 * slot + EXECUTED_QUOTE)!;
  }

  setLargeExecutedQuote(slot: number, units: bigint): void {
    this.mark(slot, 0);
    this.setExecutedQuote(slot, NaN);
    this.#large.set(2 * slot + EXECUTED_QUOTE, units);
  }

  /** Slots are far apart, and a list with gaps would be slow: it is filled up to there. */
  setName(slot: number, name: string): void {
    while (this.names.length <= slot) this.names.push('');
    this.names[slot] = name;
  }

  /** The name of an order that its owner did not name. */
  deriveName(slot: number): string {
    const name = nameOfId(this.id(slot));
    this.setName(slot, name);
    this.setTraits(slot, this.traits(slot) | KNOWS_NAME);
    return name;
  }

  enterSeat(seat: Seat): number {
    return this.seats.push(seat) - 1;
  }

  enterSide(side: BookSide): number {
    return this.sides.push(side) - 1;
  }

  /** Where an order stands; null where it stands nowhere. */
  level(slot: number): PriceLevel | null {
    return this.levelAt(this.levelNumber(slot));
  }

  /** The level of a number; null for 0. */
  levelAt(number: number): PriceLevel | null {
    return number === 0 ? null : new PriceLevel(this, number);
  }

  #forget(slot: number): void {
    this.terms.delete(slot);
    this.lists.delete(slot);
    this.trails.delete(slot);
    this.amendments.delete(slot);
    this.#large.delete(2 * slot + LOCKED);
    this.#large.delete(2 * slot + EXECUTED_QUOTE);
  }
}
