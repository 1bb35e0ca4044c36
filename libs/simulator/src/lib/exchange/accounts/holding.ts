import type { ExchangeBalance } from '../exchange-account.ts';
import type { FeeSum } from './fee-sum.ts';
import type { Trader } from './trader.ts';
import type { Units } from './units.ts';
import { amountOf, isExact, minus, plus } from './units.ts';

/** What a trader has of an asset, in its smallest units: in doubles while they are exact, which takes no memory anew. */
export class Holding {
  readonly trader: Trader;
  readonly asset: string;
  /** Whether it has changed and has yet to be told. */
  isUntold = false;
  /** The next of its owner's balances of which this is so. */
  nextUntold: Holding | null = null;
  /** What has been taken of the asset in fees, from everybody; null before this one has paid any. */
  feesTaken: FeeSum | null = null;
  #free = 0;
  #locked = 0;
  #isInDoubles = true;
  /** In their place where a double does not hold them. */
  #largeFree: bigint | null = null;
  #largeLocked: bigint | null = null;

  constructor(trader: Trader, asset: string) {
    this.trader = trader;
    this.asset = asset;
  }

  get free(): Units {
    return this.#largeFree ?? this.#free;
  }

  get locked(): Units {
    return this.#largeLocked ?? this.#locked;
  }

  /** Becomes what it was when it was saved. */
  restore(free: Units, locked: Units): void {
    this.#setFree(free);
    this.#setLocked(locked);
  }

  /** More is free, or with a negative number less. */
  addFree(units: Units): void {
    if (typeof units === 'number' && this.#isInDoubles) {
      const sum = this.#free + units;
      if (isExact(sum)) {
        this.#free = sum;
        return;
      }
    }
    this.#setFree(plus(this.free, units));
  }

  /** More is held back, or with a negative number less. */
  addLocked(units: Units): void {
    if (typeof units === 'number' && this.#isInDoubles) {
      const sum = this.#locked + units;
      if (isExact(sum)) {
        this.#locked = sum;
        return;
      }
    }
    this.#setLocked(plus(this.locked, units));
  }

  /** Holds back what is free; false where there is too little of it. */
  hold(units: Units): boolean {
    if (!this.covers(units)) return false;
    this.#shift(-units);
    return true;
  }

  /** The same where all of it can be reckoned in doubles; false also where not. */
  holdInDoubles(units: number): boolean {
    const free = this.#free - units;
    const locked = this.#locked + units;
    if (!(this.#isInDoubles && free >= 0 && locked <= Number.MAX_SAFE_INTEGER)) return false;
    this.#free = free;
    this.#locked = locked;
    return true;
  }

  /** Gives back what was held back. */
  giveBack(units: Units): void {
    this.#shift(units);
  }

  /** Pays with what is held back: the rest of `held` is free again, and what it does not cover is paid from that. */
  pay(held: Units, paid: Units): void {
    if (typeof held === 'number' && typeof paid === 'number' && this.payInDoubles(held, paid)) return;
    this.addLocked(-held);
    this.addFree(minus(held, paid));
  }

  /** The same where all of it can be reckoned in doubles; false where not, and nothing has happened. */
  payInDoubles(held: number, paid: number): boolean {
    const free = this.#free + (held - paid);
    const locked = this.#locked - held;
    if (!this.#isInDoubles || !isExact(free) || !isExact(locked)) return false;
    this.#free = free;
    this.#locked = locked;
    return true;
  }

  /** Whether as much is free. */
  covers(units: Units): boolean {
    return typeof units === 'number' && this.#isInDoubles ? units <= this.#free : units <= this.free;
  }

  /** From what is held back to what is free, or with a negative number the other way. */
  #shift(units: Units): void {
    if (typeof units === 'number' && this.#isInDoubles) {
      const free = this.#free + units;
      const locked = this.#locked - units;
      if (isExact(free) && isExact(locked)) {
        this.#free = free;
        this.#locked = locked;
        return;
      }
    }
    this.addFree(units);
    this.addLocked(-units);
  }

  #setFree(units: Units): void {
    this.#free = typeof units === 'number' ? units : 0;
    this.#largeFree = typeof units === 'number' ? null : units;
    this.#isInDoubles = this.#largeFree === null && this.#largeLocked === null;
  }

  #setLocked(units: Units): void {
    this.#locked = typeof units === 'number' ? units : 0;
    this.#largeLocked = typeof units === 'number' ? null : units;
    this.#isInDoubles = this.#largeFree === null && this.#largeLocked === null;
  }
}

export function balanceOf(holding: Holding): ExchangeBalance {
  return { asset: holding.asset, free: amountOf(holding.free), locked: amountOf(holding.locked) };
}
