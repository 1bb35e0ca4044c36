import type { Seat } from '../listing/seat.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { needOf } from '../orders/need.ts';
import type { Tape } from '../tape/tape.ts';
import type { Fee } from './fee-of.ts';
import { feeOf } from './fee-of.ts';
import { FeeSum } from './fee-sum.ts';
import type { Holding } from './holding.ts';
import type { Units } from './units.ts';
import { Untold } from './untold.ts';
import { amountOf, minus } from './units.ts';

/** Moves what accounts have: holds it back for orders, pays trades and fees with it. Nothing is made or lost. */
export class Ledger {
  readonly #tape: Tape;
  readonly #fees = new Map<string, FeeSum>();
  readonly #untold = new Untold();

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Holds back what an order may cost; false where there is too little. */
  lock(order: LiveOrder, need: Units): boolean {
    if (!order.seat.trader.isFunded) return true;
    const from = order.paysFrom;
    const { locked } = order;
    if (locked === 0 && typeof need === 'number' && from.holdInDoubles(need)) {
      order.rows.setLocked(order.slot, need);
      this.touch(from);
      return true;
    }
    const more = locked === 0 ? need : minus(need, locked);
    if (!from.hold(more)) return false;
    order.locked = need;
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

  /** Gives back all that is held back for an order. */
  releaseAll(order: LiveOrder): void {
    const { rows, slot, seat, isBuy } = order;
    const from = isBuy ? seat.quote : seat.base;
    const units = rows.locked(slot);
    from.giveBack(units === units ? units : order.locked);
    rows.setLocked(slot, 0);
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

  /**
   * The same where it is known how much less is to be held back, and the fee, which is taken from what is received; all of
   * it in doubles.
   */
  pay(seat: Seat, isBuy: boolean, held: number, base: number, quote: number, fee: number): void {
    const from = isBuy ? seat.quote : seat.base;
    const to = isBuy ? seat.base : seat.quote;
    from.pay(held, isBuy ? quote : base);
    to.addFree((isBuy ? base : quote) - fee);
    this.touch(from);
    this.touch(to);
    if (fee === 0) return;
    to.feesTaken ??= this.#sumOf(to.asset);
    to.feesTaken.add(fee);
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
    this.#untold.tell(this.#tape, now);
  }

  feesTaken() {
    return [...this.#fees].map(([asset, { units }]) => ({ asset, amount: amountOf(units) }));
  }

  takeFee({ asset, units }: Fee): void {
    this.#sumOf(asset).add(units);
  }

  touch(holding: Holding): void {
    if (!holding.isUntold && holding.trader.isFunded) this.#untold.note(holding);
  }

  #sumOf(asset: string): FeeSum {
    const known = this.#fees.get(asset);
    if (known !== undefined) return known;
    const sum = new FeeSum();
    this.#fees.set(asset, sum);
    return sum;
  }

  #charge(from: Holding, fee: Fee): void {
    from.addFree(-fee.units);
    this.touch(from);
    this.takeFee(fee);
  }
}
