import type { LiveOrder } from '../orders/live-order.ts';
import { PriceIndex } from './price-index.ts';
import { PriceLevel } from './price-level.ts';

/** Orders by price and time; which price is best is said once. */
export class BookSide {
  /** Whether the highest price is the best, as it is for bids. */
  readonly isHighestBest: boolean;
  best: PriceLevel | null = null;
  readonly #levels = new Map<number, PriceLevel>();
  readonly #prices = new PriceIndex();

  constructor(isHighestBest: boolean) {
    this.isHighestBest = isHighestBest;
  }

  /** Puts an order at the back of its level. */
  add(order: LiveOrder, price: number): PriceLevel {
    const level = this.#levels.get(price) ?? this.#open(price);
    level.append(order);
    return level;
  }

  /** Takes an order out; an empty level is gone. */
  remove(order: LiveOrder): void {
    const { level } = order;
    if (level === null) return;
    level.remove(order);
    if (level.head === null) this.#close(level);
  }

  level(price: number): PriceLevel | undefined {
    return this.#levels.get(price);
  }

  /** Whether a price is as good as another, seen from who takes from this side. */
  reaches(price: number, limit: number): boolean {
    return this.isHighestBest ? price >= limit : price <= limit;
  }

  /** The next level behind; null after the last. */
  behind(level: PriceLevel): PriceLevel | null {
    const price = this.isHighestBest ? this.#prices.below(level.price) : this.#prices.above(level.price);
    return this.#levels.get(price) ?? null;
  }

  #open(price: number): PriceLevel {
    const level = new PriceLevel(this, price);
    this.#levels.set(price, level);
    this.#prices.add(price);
    if (this.best === null || this.#isBetter(price, this.best.price)) this.best = level;
    return level;
  }

  #close(level: PriceLevel): void {
    this.#levels.delete(level.price);
    this.#prices.delete(level.price);
    if (this.best !== level) return;
    const price = this.isHighestBest ? this.#prices.highest() : this.#prices.lowest();
    this.best = this.#levels.get(price) ?? null;
  }

  #isBetter(price: number, than: number): boolean {
    return this.isHighestBest ? price > than : price < than;
  }
}
