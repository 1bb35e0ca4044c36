import type { LiveOrder } from '../orders/live-order.ts';
import { needOf } from '../orders/need.ts';
import type { Tape } from '../tape/tape.ts';
import type { Fee } from './fee-of.ts';
import { feeOf } from './fee-of.ts';
import type { Holding } from './holding.ts';
import type { Trader } from './trader.ts';
import type { Units } from './units.ts';
import { amountOf, minus, plus } from './units.ts';

/** What has been taken of an asset so far. */
interface FeeSum {
  units: Units;
}

/** Moves what accounts have: holds it back for orders, pays trades and fees with it. Nothing is made or lost. */
export class Ledger {
  readonly #tape: Tape;
  readonly #fees = new Map<string, FeeSum>();
  readonly #touched: Trader[] = [];

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Holds back what an order may cost; false where there is too little. */
  lock(order: LiveOrder, need: Units): boolean {
    if (!order.seat.trader.isFunded) return true;
    const from = order.paysFrom;
    const { locked } = order;
    const more = locked === 0 ? need : minus(need, locked);
    if (!from.hold(more)) return false;
    order.locked = need;
    this.touch(from);
    return true;
  }

  /** Holds back what an order that has yet to be made may cost; false where there is too little. */
  hold(from: Holding, need: Units): boolean {
    if (!from.hold(need)) return false;
    this.touch(from);
    return true;
  }

  /** Gives back what an order no longer needs. */
  release(order: LiveOrder, need: Units = 0): void {
    const { locked } = order;
    if (locked === need) return;
    const less = minus(locked, need);
    const from = order.paysFrom;
    from.giveBack(less);
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
    const { isBuy, receivesIn } = order;
    const fee = feeOf(order, isBuy ? base : quote, isMaker);
    if (fee.units === 0) return fee;
    const isReceived = fee.asset === receivesIn.asset;
    this.#charge(isReceived ? receivesIn : order.seat.trader.holding(fee.asset), fee);
    return fee;
  }

  /** Gives base for quote or quote for base, as the order's side says. */
  exchange(order: LiveOrder, base: Units, quote: Units): void {
    const { isBuy, paysFrom: from, receivesIn: to, locked } = order;
    const need = locked === 0 ? locked : needOf(order);
    if (need !== locked) order.locked = need;
    from.pay(minus(locked, need), isBuy ? quote : base);
    to.addFree(isBuy ? base : quote);
    this.touch(from);
    this.touch(to);
  }

  deposit(holding: Holding, units: Units): void {
    holding.addFree(units);
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
    return [...this.#fees].map(([asset, { units }]) => ({ asset, amount: amountOf(units) }));
  }

  takeFee({ asset, units }: Fee): void {
    const sum = this.#fees.get(asset);
    if (sum === undefined) this.#fees.set(asset, { units });
    else sum.units = plus(sum.units, units);
  }

  touch(holding: Holding): void {
    if (holding.isTouched || !holding.trader.isFunded) return;
    holding.isTouched = true;
    if (holding.trader.touched.length === 0) this.#touched.push(holding.trader);
    holding.trader.touched.push(holding);
  }

  #charge(from: Holding, fee: Fee): void {
    from.addFree(-fee.units);
    this.touch(from);
    this.takeFee(fee);
  }
}

/** Setting `length` would give the array's memory back, and have it fetched again for the next request. */
function empty(list: unknown[]): void {
  while (list.length > 0) list.pop();
}
