import type { LiveOrder } from '../orders/live-order.ts';
import type { OrderRows } from '../orders/order-rows.ts';
import { PriceLevel } from './price-level.ts';
import { PriceMap } from './price-map.ts';

/** Orders by price and time; which price is best is said once. */
export class BookSide {
  /** Whether the highest price is the best, as it is for bids. */
  readonly isHighestBest: boolean;
  /** Numbers of levels. */
  readonly #levels = new PriceMap();
  readonly #rows: OrderRows;
  /** What its levels know it by. */
  readonly #number: number;
  /** The number of the best level, 0 for none, and its price. */
  #best = 0;
  #bestPrice = 0;

  constructor(isHighestBest: boolean, rows: OrderRows) {
    this.isHighestBest = isHighestBest;
    this.#rows = rows;
    this.#number = rows.enterSide(this);
  }

  get best(): PriceLevel | null {
    return this.#rows.levelAt(this.#best);
  }

  /** Whether anything stands here that who takes from this side would meet within a limit. */
  isReached(limit: number): boolean {
    return this.#best !== 0 && this.reaches(this.#bestPrice, limit);
  }

  /** Puts an order at the back of its level. */
  add(order: LiveOrder, price: number): PriceLevel {
    const level = this.levelFor(price);
    level.append(order);
    return level;
  }

  /** The level where orders of a price stand: somebody is to come there now. */
  levelFor(price: number): PriceLevel {
    return this.level(price) ?? this.#open(price);
  }

  /** Takes an order out; an empty level is gone. */
  remove({ rows, slot, seat }: LiveOrder): void {
    const number = rows.levelNumber(slot);
    const { levels } = rows;
    const isLast = levels.remove(number, slot);
    const lots = rows.remaining(slot);
    levels.count(number, -lots, -rows.shown(slot), seat.trader.isFunded ? 0 : -lots);
    rows.leave(slot);
    if (isLast) this.close(number);
  }

  /** Nobody is left at a level: it is gone. */
  close(number: number): void {
    this.#levels.delete(this.#rows.levels.price(number));
    this.#rows.levels.close(number);
    if (this.#best === number)
      this.#lead(this.isHighestBest ? this.#levels.highest() : this.#levels.lowest());
  }

  level(price: number): PriceLevel | null {
    return this.#rows.levelAt(this.#levels.get(price));
  }

  /** Whether a price is as good as another, seen from who takes from this side. */
  reaches(price: number, limit: number): boolean {
    return this.isHighestBest ? price >= limit : price <= limit;
  }

  /** The next level behind; null after the last. */
  behind({ price }: PriceLevel): PriceLevel | null {
    return this.#rows.levelAt(this.isHighestBest ? this.#levels.below(price) : this.#levels.above(price));
  }

  #open(price: number): PriceLevel {
    const number = this.#rows.levels.open(this.#number, price);
    this.#levels.set(price, number);
    if (this.#best === 0 || this.#isBetter(price, this.#bestPrice)) this.#lead(number);
    return new PriceLevel(this.#rows, number);
  }

  /** Another level is the best now, or none. */
  #lead(number: number): void {
    this.#best = number;
    if (number !== 0) this.#bestPrice = this.#rows.levels.price(number);
  }

  #isBetter(price: number, than: number): boolean {
    return this.isHighestBest ? price > than : price < than;
  }
}
