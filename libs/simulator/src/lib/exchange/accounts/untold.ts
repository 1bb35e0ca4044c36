import type { Tape } from '../tape/tape.ts';
import type { Holding } from './holding.ts';
import type { Trader } from './trader.ts';

/**
 * The balances that have changed and have yet to be told: accounts in the order in which they first changed, and the
 * balances of each likewise. They are chains, since a list would be filled and emptied by every request for one or two.
 */
export class Untold {
  #first: Trader | null = null;
  #last: Trader | null = null;

  /** A balance that is not here yet has changed. */
  note(holding: Holding): void {
    const { trader } = holding;
    holding.isUntold = true;
    holding.nextUntold = null;
    if (trader.lastUntold === null) {
      trader.firstUntold = holding;
      this.#enqueue(trader);
    } else trader.lastUntold.nextUntold = holding;
    trader.lastUntold = holding;
  }

  /** Tells each account that has changed what it has now, once. */
  tell(tape: Tape, now: number): void {
    let trader = this.#first;
    this.#first = null;
    this.#last = null;
    while (trader !== null) {
      const next: Trader | null = trader.nextUntold;
      const changed = taken(trader);
      if (changed !== null) tape.balances(trader, changed, now);
      trader = next;
    }
  }

  #enqueue(trader: Trader): void {
    trader.nextUntold = null;
    if (this.#last === null) this.#first = trader;
    else this.#last.nextUntold = trader;
    this.#last = trader;
  }
}

/** The first of the balances of an account that have changed. They count as told from now on. */
function taken(trader: Trader): Holding | null {
  const first = trader.firstUntold;
  trader.firstUntold = null;
  trader.lastUntold = null;
  for (let holding = first; holding !== null; holding = holding.nextUntold) holding.isUntold = false;
  return first;
}
