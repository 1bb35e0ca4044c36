import { amount } from '@org/domain';
import type { Commission } from '../commission/commission-of.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { Tape } from '../tape/tape.ts';
import { commissionOn } from './commission-on.ts';
import type { Holding } from './holding.ts';
import { needOf } from '../orders/need.ts';
import type { Trader } from './trader.ts';

/** Moves what accounts have: holds it back for orders, pays trades and fees with it. Nothing is made or lost. */
export class Ledger {
  readonly #tape: Tape;
  readonly #fees = new Map<string, bigint>();
  readonly #touched: Trader[] = [];

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Holds back what an order may cost; false where there is too little. */
  lock(order: LiveOrder, need: bigint): boolean {
    if (!order.seat.trader.isFunded) return true;
    const from = order.paysFrom;
    const more = need - order.locked;
    if (more > from.free) return false;
    from.free -= more;
    from.locked += more;
    order.locked = need;
    this.touch(from);
    return true;
  }

  /** Gives back what an order no longer needs. */
  release(order: LiveOrder, need = 0n): void {
    const less = order.locked - need;
    if (less === 0n) return;
    const from = order.paysFrom;
    from.free += less;
    from.locked -= less;
    order.locked = need;
    this.touch(from);
  }

  /** Gives back what an order needs no more after it has become smaller. */
  relax(order: LiveOrder): void {
    if (order.locked !== 0n) this.release(order, needOf(order));
  }

  /** Pays for a trade of an order and takes its fee. The order's numbers are those after the trade. */
  settle(order: LiveOrder, base: bigint, quote: bigint, isMaker: boolean): Commission {
    this.exchange(order, base, quote);
    return this.#charge(order, base, quote, isMaker);
  }

  /** Gives base for quote or quote for base, as the order's side says. */
  exchange(order: LiveOrder, base: bigint, quote: bigint): void {
    const from = order.paysFrom;
    const to = order.receivesIn;
    const still = order.locked === 0n ? 0n : needOf(order);
    from.locked -= order.locked - still;
    from.free += order.locked - still - (order.isBuy ? quote : base);
    order.locked = still;
    to.free += order.isBuy ? base : quote;
    this.touch(from);
    this.touch(to);
  }

  deposit(holding: Holding, units: bigint): void {
    holding.free += units;
    this.touch(holding);
  }

  /** Tells each account that has changed what it has now, once. */
  flush(now: number): void {
    for (const trader of this.#touched) {
      this.#tape.balances(trader, trader.touched, now);
      for (const holding of trader.touched) holding.isTouched = false;
      trader.touched.length = 0;
    }
    this.#touched.length = 0;
  }

  feesTaken() {
    return [...this.#fees].map(([asset, units]) => ({ asset, amount: amount(units) }));
  }

  takeFee({ asset, amount: units }: Commission): void {
    this.#fees.set(asset, (this.#fees.get(asset) ?? 0n) + units);
  }

  touch(holding: Holding): void {
    if (holding.isTouched || !holding.trader.isFunded) return;
    holding.isTouched = true;
    if (holding.trader.touched.length === 0) this.#touched.push(holding.trader);
    holding.trader.touched.push(holding);
  }

  #charge(order: LiveOrder, base: bigint, quote: bigint, isMaker: boolean): Commission {
    const commission = commissionOn(order, base, quote, isMaker);
    if (commission.amount === 0n) return commission;
    const from = order.seat.trader.holding(commission.asset);
    from.free -= commission.amount;
    this.touch(from);
    this.takeFee(commission);
    return commission;
  }
}
