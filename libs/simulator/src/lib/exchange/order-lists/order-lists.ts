import type { Ledger } from '../accounts/ledger.ts';
import type { Lifecycle } from '../orders/lifecycle.ts';
import type { LiveOrder } from '../orders/live-order.ts';
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
    order.locked += other.locked;
    other.locked = 0n;
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
    } else if (order === list.working) this.#workingTouched(list, order, now);
  }

  /** An order has expired. What waits for it expires with it. */
  expired(order: LiveOrder, now: number): void {
    const { list } = order;
    if (list === null || !list.isActive || order !== list.working) return;
    for (const dependent of list.dependents) {
      this.#parts.lifecycle.expire(dependent, 'otoPhaseOneExpired', now);
    }
    this.done(list, now);
  }

  /** Its orders depend on each other no more. */
  done(list: OrderList, now: number): void {
    list.status = 'allDone';
    list.orderStatus = 'allDone';
    list.updatedAt = now;
    list.seat.lists.delete(list.id);
    list.seat.open.orderLists--;
    list.seat.trader.open.orderLists--;
    this.#parts.tape.list(list, now);
  }

  #workingTouched(list: OrderList, working: LiveOrder, now: number): void {
    if (working.status === 'filled') this.#parts.due(list);
    else if (!working.isOpen) this.expired(working, now);
  }
}

/** The other leg of a pair that is still to be decided. */
function pairedWith(order: LiveOrder): LiveOrder | null {
  const { list } = order;
  if (list === null || !list.isActive) return null;
  const other = list.otherLeg(order);
  return other === null || other.status === 'pendingNew' ? null : other;
}
