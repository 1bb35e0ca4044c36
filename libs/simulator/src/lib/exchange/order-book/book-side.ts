import type { LiveOrder } from '../orders/live-order.ts';
import type { OrderRows } from '../orders/order-rows.ts';
import { PriceLevel } from './price-level.ts';
import { PriceMap } from './price-map.ts';

/** Orders by price and time; which price is best is said once. */
export class BookSide {
  /** Whether the highest price is the best, as it is for bids. */
  readonly isHighestBest: boolean;
  best: PriceLevel | null = null;
  /** Numbers of levels. */
  readonly #levels = new PriceMap();
  readonly #rows: OrderRows;

  constructor(isHighestBest: boolean, rows: OrderRows) {
    this.isHighestBest = isHighestBest;
    this.#rows = rows;
  }

  /** Puts an order at the back of its level. */
  add(order: LiveOrder, price: number): PriceLevel {
    const level = this.level(price) ?? this.#open(price);
    level.append(order);
    return level;
  }

  /** Takes an order out; an empty level is gone. */
  remove(order: LiveOrder): void {
    const { level } = order;
    if (level === null) return;
    level.remove(order);
    if (level.isEmpty) this.#close(level);
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
    const level = new PriceLevel(this, this.#rows, price);
    this.#levels.set(price, level.number);
    if (this.best === null || this.#isBetter(price, this.best.price)) this.best = level;
    return level;
  }

  #close(level: PriceLevel): void {
    this.#levels.delete(level.price);
    level.close();
    if (this.best !== level) return;
    this.best = this.#rows.levelAt(this.isHighestBest ? this.#levels.highest() : this.#levels.lowest());
  }

  #isBetter(price: number, than: number): boolean {
    return this.isHighestBest ? price > than : price < than;
  }
}
