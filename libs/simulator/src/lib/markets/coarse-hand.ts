import type { Price, Quantity, Side } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { MarketHand } from '../exchange/exchange.ts';

/** How many ticks and lots of the exchange's grid one step is. */
export interface CoarseSteps {
  readonly ticks: number;
  readonly lots: number;
}

/**
 * A hand that counts in coarser steps than the exchange's grid, as orders must be that filters are asked about. What
 * others have between its steps it sees in whole ones: a price as the step before it, seen from the other side, and a
 * part of a step as a whole one.
 */
export class CoarseHand implements MarketHand {
  readonly symbol: string;
  readonly #hand: MarketHand;
  readonly #steps: CoarseSteps;

  constructor(hand: MarketHand, steps: CoarseSteps) {
    this.symbol = hand.symbol;
    this.#hand = hand;
    this.#steps = steps;
  }

  place(side: Side, at: Price, lots: Quantity, now: number): number {
    return this.#hand.place(side, this.#ticks(at), this.#lots(lots), now);
  }

  take(side: Side, limit: Price, lots: Quantity, now: number): Quantity {
    return this.#whole(this.#hand.take(side, this.#ticks(limit), this.#lots(lots), now));
  }

  cancel(orderId: number, now: number): boolean {
    return this.#hand.cancel(orderId, now);
  }

  reduce(orderId: number, lots: Quantity, now: number): Quantity {
    return this.#whole(this.#hand.reduce(orderId, this.#lots(lots), now));
  }

  extend(orderId: number, lots: Quantity, now: number): boolean {
    return this.#hand.extend(orderId, this.#lots(lots), now);
  }

  remaining(orderId: number): Quantity {
    return this.#whole(this.#hand.remaining(orderId));
  }

  best(side: Side): Price | null {
    const best = this.#hand.best(side);
    if (best === null) return null;
    const steps = best / this.#steps.ticks;
    return price(side === 'buy' ? Math.ceil(steps) : Math.floor(steps));
  }

  levelAt(side: Side, at: Price) {
    const { total, own } = this.#hand.levelAt(side, this.#ticks(at));
    return { total: this.#whole(total), own: this.#whole(own) };
  }

  inOneUpdate(updateId: number | null, now: number, act: () => void): void {
    this.#hand.inOneUpdate(updateId, now, act);
  }

  nameLevel(side: Side, at: Price): void {
    this.#hand.nameLevel(side, this.#ticks(at));
  }

  #ticks(steps: Price): Price {
    return price(steps * this.#steps.ticks);
  }

  #lots(steps: Quantity): Quantity {
    return quantity(steps * this.#steps.lots);
  }

  #whole(lots: Quantity): Quantity {
    return quantity(Math.ceil(lots / this.#steps.lots));
  }
}
