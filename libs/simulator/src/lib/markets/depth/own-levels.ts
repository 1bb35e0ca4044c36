import type { Side } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { MarketHand } from '../../exchange/exchange.ts';

/**
 * The market's own orders at each level, first come first. Where nobody else stands at a level, they are one order;
 * where somebody does, what comes later stands behind them as a new one.
 */
export class OwnLevels {
  readonly #hand: MarketHand;
  readonly #orders: Readonly<Record<Side, Map<number, number[]>>> = { buy: new Map(), sell: new Map() };

  constructor(hand: MarketHand) {
    this.#hand = hand;
  }

  prices(side: Side): readonly number[] {
    return [...this.#orders[side].keys()];
  }

  has(side: Side, at: number): boolean {
    return this.#alive(side, at).length > 0;
  }

  /** Takes back what is too much at a level, the last come first: from behind others before from ahead of them. */
  shrinkTo(side: Side, at: number, target: number, now: number): void {
    const orders = this.#alive(side, at);
    let excess = this.#sum(orders) - target;
    while (excess > 0) {
      const last = orders.at(-1)!;
      const cut = Math.min(excess, this.#hand.remaining(last));
      if (this.#hand.reduce(last, quantity(cut), now) === 0) orders.pop();
      excess -= cut;
    }
    if (orders.length === 0) this.#orders[side].delete(at);
  }

  /** Adds what is missing at a level, behind everybody who stands there. */
  growTo(side: Side, at: number, target: number, now: number): void {
    const missing = target - this.#sum(this.#alive(side, at));
    if (missing > 0) this.add(side, at, missing, now);
  }

  /** Adds to a level, behind everybody who stands there. */
  add(side: Side, at: number, lots: number, now: number): void {
    const orders = this.#alive(side, at);
    const last = orders.at(-1);
    const isAlone = last !== undefined && this.#hand.levelAt(side, price(at)).total === this.#sum(orders);
    if (isAlone && this.#hand.extend(last, quantity(lots), now)) return;
    const order = this.#hand.place(side, price(at), quantity(lots), now);
    if (order === 0) return;
    orders.push(order);
    this.#orders[side].set(at, orders);
  }

  /** Takes back all that is left at a level. */
  drop(side: Side, at: number, now: number): void {
    for (const order of this.#alive(side, at)) this.#hand.cancel(order, now);
    this.#orders[side].delete(at);
  }

  /** The orders of which anything is left. */
  #alive(side: Side, at: number): number[] {
    const orders = this.#orders[side].get(at);
    if (orders === undefined) return [];
    while (orders.length > 0 && this.#hand.remaining(orders[0]!) === 0) orders.shift();
    return orders;
  }

  #sum(orders: readonly number[]): number {
    let sum = 0;
    for (const order of orders) sum += this.#hand.remaining(order);
    return sum;
  }
}
