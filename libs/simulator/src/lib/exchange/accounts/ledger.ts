import type { LiveOrder } from '../orders/live-order.ts';
import { needOf } from '../orders/need.ts';
import type { Tape } from '../tape/tape.ts';
import type { Fee } from './fee-of.ts';
import { feeOf } from './fee-of.ts';
import type { Holding } from './holding.ts';
import type { Trader } from './trader.ts';
import type { Units } from './units.ts';
import { amountOf, minus, plus } from './units.ts';

/** Moves what accounts have: holds it back for orders, pays trades and fees with it. Nothing is made or lost. */
export class Ledger {
  readonly #tape: Tape;
  readonly #fees = new Map<string, Units>();
  readonly #touched: Trader[] = [];

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Holds back what an order may cost; false where there is too little. */
  lock(order: LiveOrder, need: Units): boolean {
    if (!order.seat.trader.isFunded) return true;
    const from = order.paysFrom;
    const more = minus(need, order.locked);
    if (more > from.free) return false;
    from.free = minus(from.free, more);
    from.locked = plus(from.locked, more);
    order.locked = need;
    this.touch(from);
    return true;
  }

  /** Gives back what an order no longer needs. */
  release(order: LiveOrder, need: Units = 0): void {
    const less = minus(order.locked, need);
    if (less === 0) return;
    const from = order.paysFrom;
    from.free = plus(from.free, less);
    from.locked = minus(from.locked, less);
    order.locked = need;
    this.touch(from);
  }

  /** Gives back what an order needs no more after it has become smaller. */
  relax(order: LiveOrder): void {
    if (order.locked !== 0) this.release(order, needOf(order));
  }

  /** Pays for a trade of an order and takes its fee. The order's numbers are those after the trade. */
  settle(order: LiveOrder, base: Units, quote: Units, isMaker: boolean): Fee {
    this.exchange(order, base, quote);
    const fee = feeOf(order, order.isBuy ? base : quote, isMaker);
    if (fee.units !== 0) this.#charge(order.seat.trader.holding(fee.asset), fee);
    return fee;
  }

  /** Gives base for quote or quote for base, as the order's side says. */
  exchange(order: LiveOrder, base: Units, quote: Units): void {
    this.relax(order);
    const from = order.paysFrom;
    const to = order.receivesIn;
    from.free = minus(from.free, order.isBuy ? quote : base);
    to.free = plus(to.free, order.isBuy ? base : quote);
    this.touch(from);
    this.touch(to);
  }

  deposit(holding: Holding, units: Units): void {
    holding.free = plus(holding.free, units);
    this.touch(holding);
  }

  /** Tells each account that has changed what it has now, once. */
  flush(now: number): void {
    if (this.#touched.length === 0) return;
    for (const trader of this.#touched) {
      this.#tape.balances(trader, trader.touched, now);
      for (const holding of trader.touched) holding.isTouched = false;
      empty(trader.touched);
    }
    empty(this.#touched);
  }

  feesTaken() {
    return [...this.#fees].map(([asset, units]) => ({ asset, amount: amountOf(units) }));
  }

  takeFee({ asset, units }: Fee): void {
    this.#fees.set(asset, plus(this.#fees.get(asset) ?? 0, units));
  }

  touch(holding: Holding): void {
    if (holding.isTouched || !holding.trader.isFunded) return;
    holding.isTouched = true;
    if (holding.trader.touched.length === 0) this.#touched.push(holding.trader);
    holding.trader.touched.push(holding);
  }

  #charge(from: Holding, fee: Fee): void {
    from.free = minus(from.free, fee.units);
    this.touch(from);
    this.takeFee(fee);
  }
}

/** Setting `length` would give the array's memory back, and have it fetched again for the next request. */
function empty(list: unknown[]): void {
  while (list.length > 0) list.pop();
}
