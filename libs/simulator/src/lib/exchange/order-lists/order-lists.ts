import type { Ledger } from '../accounts/ledger.ts';
import type { Units } from '../accounts/units.ts';
import { plus } from '../accounts/units.ts';
import type { Lifecycle } from '../orders/lifecycle.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { needOf } from '../orders/need.ts';
import type { Tape } from '../tape/tape.ts';
import type { OrderList } from './order-list.ts';

export interface OrderListParts {
  readonly tape: Tape;
  readonly ledger: Ledger;
  readonly lifecycle: Lifecycle;
  /** Called with a list whose working order is filled: its dependents are to start. */
  readonly due: (list: OrderList) => void;
}

/** What happens to the other orders of a list when something happens to one. */
export class OrderLists {
  readonly #parts: OrderListParts;

  constructor(parts: OrderListParts) {
    this.#parts = parts;
  }

  /** The legs of a pair share what is held back for them. Before one of them trades or is triggered, it is all its own. */
  claim(order: LiveOrder): void {
    const other = pairedWith(order);
    if (other === null) return;
    order.locked = plus(order.locked, other.locked);
    other.locked = 0;
    this.#parts.ledger.relax(order);
  }

  /** An order has traded, has been kept from trading, or has been triggered. */
  touched(order: LiveOrder, now: number): void {
    const { list } = order;
    if (list === null || !list.isActive) return;
    const other = pairedWith(order);
    if (other !== null) {
      this.#parts.lifecycle.expire(other, 'ocoTriggered', now);
      this.done(list, now);
    } else if (order.is(list.working)) this.#workingTouched(list, order, now);
  }

  /** An order has expired. What waits for it expires with it, and what is paired with it. */
  expired(order: LiveOrder, now: number): void {
    const { list } = order;
    if (list === null || !list.isActive) return;
    const reason = order.is(list.working) ? 'otoPhaseOneExpired' : 'ocoTriggered';
    for (const other of list.orders) {
      if (other.isOpen) this.#parts.lifecycle.expire(other, reason, now);
    }
    this.done(list, now);
  }

  /** A working order that pays for its dependents has brought something: it is held back for them. */
  received(order: LiveOrder, units: Units): void {
    const { list } = order;
    if (list === null || !order.is(list.working) || !list.isPaying || units === 0) return;
    const [payee] = list.dependents;
    if (payee !== undefined) this.#parts.ledger.lock(payee, plus(payee.locked, units));
  }

  /** Gives back what an order needs no more after it has become smaller; a pair keeps what its dearer leg needs. */
  relax(order: LiveOrder): void {
    const { ledger } = this.#parts;
    const other = pairedWith(order);
    if (other === null) return ledger.relax(order);
    const holder = other.locked > 0 ? other : order;
    if (holder.locked > 0) ledger.release(holder, needOfPair(order, other));
  }

  /** One of its orders goes by another name. */
  renamed(list: OrderList, now: number): void {
    list.status = 'updated';
    list.updatedAt = now;
    this.#parts.tape.list(list, now);
  }

  /** Its orders depend on each other no more. */
  done(list: OrderList, now: number): void {
    list.status = 'allDone';
    list.orderStatus = 'allDone';
    list.updatedAt = now;
    list.seat.leaveList(list);
    this.#parts.tape.list(list, now);
  }

  #workingTouched(list: OrderList, working: LiveOrder, now: number): void {
    if (working.status === 'filled') this.#parts.due(list);
    else if (!working.isOpen) this.expired(working, now);
  }
}

/** What must be held back for two orders of which only one will trade. */
export function needOfPair(one: LiveOrder, other: LiveOrder): Units {
  const [needOfOne, needOfOther] = [needOf(one), needOf(other)];
  return needOfOne > needOfOther ? needOfOne : needOfOther;
}

/** The other leg of a pair that is still to be decided. */
function pairedWith(order: LiveOrder): LiveOrder | null {
  const { list } = order;
  if (list === null || !list.isActive) return null;
  const other = list.otherLeg(order);
  return other === null || other.status === 'pendingNew' ? null : other;
}
