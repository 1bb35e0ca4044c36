import type { Side } from '@org/domain';

/** Which levels have changed since some moment, to be told together. */
export class GatheredLevels {
  readonly #prices: Readonly<Record<Side, Set<number>>> = { buy: new Set(), sell: new Set() };

  add(side: Side, price: number): void {
    this.#prices[side].add(price);
  }

  get isEmpty(): boolean {
    return this.#prices.buy.size + this.#prices.sell.size === 0;
  }

  prices(side: Side): Iterable<number> {
    return this.#prices[side];
  }
}
