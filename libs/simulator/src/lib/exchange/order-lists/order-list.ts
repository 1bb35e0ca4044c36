import type { ListContingency, ListOrderStatus, ListStatus } from '../exchange-order.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { ListRequest } from '../requests.ts';
import type { Seat } from '../listing/seat.ts';

/** Orders that depend on each other, at work. */
export class OrderList {
  readonly id: number;
  readonly clientId: string;
  readonly kind: ListRequest['kind'];
  readonly seat: Seat;
  /** What the others wait for; null for a pair alone. */
  readonly working: LiveOrder | null;
  /** One order that waits, or a pair of which one ends the other. */
  readonly dependents: readonly LiveOrder[];
  status: ListStatus = 'executionStarted';
  orderStatus: ListOrderStatus = 'executing';
  updatedAt: number;

  constructor(
    id: number,
    seat: Seat,
    kind: ListRequest['kind'],
    clientId: string,
    working: LiveOrder | null,
    dependents: readonly LiveOrder[],
    now: number,
  ) {
    this.id = id;
    this.clientId = clientId;
    this.kind = kind;
    this.seat = seat;
    this.working = working;
    this.dependents = dependents;
    this.updatedAt = now;
  }

  get contingency(): ListContingency {
    return this.working === null ? 'oco' : 'oto';
  }

  /** Whether its dependents sell what its working order brings. */
  get isPaying(): boolean {
    return this.kind === 'opo' || this.kind === 'opoco';
  }

  get isActive(): boolean {
    return this.orderStatus === 'executing';
  }

  /** All of them, in the order in which they were taken. */
  get orders(): readonly LiveOrder[] {
    return this.working === null ? this.dependents : [this.working, ...this.dependents];
  }

  /** The order that ends when this one trades or is triggered. */
  otherLeg(order: LiveOrder): LiveOrder | null {
    const [first = null, second = null] = this.dependents;
    if (second === null) return null;
    if (order.is(first)) return second;
    return order.is(second) ? first : null;
  }
}
