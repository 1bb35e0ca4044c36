import { price, quantity } from '@org/domain';
import type { Market, MarketHand, MarketPlan } from '@org/simulator';

const STEP_MS = 100;
const PRICE = price(100_000);

/** A market whose book changes every tenth of a second: one bid that comes and goes. */
export function tickingMarket(symbol: string): MarketPlan {
  return { symbol, startTime: 0, open: (_grid, time) => new TickingMarket(symbol, time) };
}

class TickingMarket implements Market {
  readonly symbol: string;
  #next: number;
  #bid: number | null = null;

  constructor(symbol: string, time: number) {
    this.symbol = symbol;
    this.#next = nextStep(time);
  }

  nextTime(): number {
    return this.#next;
  }

  advance(hand: MarketHand, until: number): void {
    for (; this.#next <= until; this.#next += STEP_MS) {
      if (this.#bid === null) this.#bid = hand.place('buy', PRICE, quantity(1_000), this.#next);
      else this.leave(hand, this.#next);
    }
  }

  leave(hand: MarketHand, now: number): void {
    if (this.#bid !== null) hand.cancel(this.#bid, now);
    this.#bid = null;
  }
}

/** A little after the tenth, so that a message of each tenth tells one change. */
function nextStep(time: number): number {
  return (Math.floor(time / STEP_MS) + 1) * STEP_MS - STEP_MS / 2;
}
