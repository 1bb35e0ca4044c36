import type { Price, Quantity, Side } from '@org/domain';
import type { MarketHand } from '../../exchange/exchange.ts';

interface Quote {
  readonly orderId: number;
  readonly price: Price;
  /** When it was last looked at, lots. */
  size: Quantity;
}

/**
 * The resting orders of a market on one side. They are kept in the order in which takers reach them, the first one last,
 * so that what was traded is always found at the end.
 */
export class Quotes {
  readonly side: Side;
  readonly #sign: 1 | -1;
  readonly #quotes: Quote[] = [];

  constructor(side: Side) {
    this.side = side;
    this.#sign = side === 'buy' ? 1 : -1;
  }

  get count(): number {
    return this.#quotes.length;
  }

  get best(): Price | null {
    return this.#quotes.at(-1)?.price ?? null;
  }

  /** Drops what takers have traded with since the last time. Gives how much that was, in lots. */
  settle(hand: MarketHand): number {
    const quotes = this.#quotes;
    let traded = 0;
    for (let quote = quotes.at(-1); quote !== undefined; quote = quotes.at(-1)) {
      const left = hand.remaining(quote.orderId);
      traded += quote.size - left;
      quote.size = left;
      if (left > 0) return traded;
      quotes.pop();
    }
    return traded;
  }

  /** Takes back what is better than `limit`. */
  withdrawBeyond(hand: MarketHand, limit: number, now: number): void {
    const quotes = this.#quotes;
    for (let quote = quotes.at(-1); quote !== undefined; quote = quotes.at(-1)) {
      if ((quote.price - limit) * this.#sign <= 0) return;
      hand.cancel(quote.orderId, now);
      quotes.pop();
    }
  }

  /** Takes back the quote at an index; 0 is the last that takers would reach. */
  withdraw(hand: MarketHand, index: number, now: number): void {
    for (const { orderId } of this.#quotes.splice(index, 1)) hand.cancel(orderId, now);
  }

  /** Rests behind its own of the same price. */
  rest(hand: MarketHand, price: Price, size: Quantity, now: number): void {
    const orderId = hand.place(this.side, price, size, now);
    if (orderId === 0) return;
    this.#quotes.splice(this.#placeOf(price), 0, { orderId, price, size });
  }

  /** Before the first that is as good or better. */
  #placeOf(price: Price): number {
    let [from, to] = [0, this.#quotes.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((price - this.#quotes[middle]!.price) * this.#sign > 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
