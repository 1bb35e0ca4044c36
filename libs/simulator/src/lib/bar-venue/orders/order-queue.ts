import { emptyList } from '@org/domain';
import type { WorkingOrder } from './working-order.ts';

/**
 * Resting orders of one side and kind, in the order in which a price that falls (or rises) reaches them; at one price,
 * the older first. Only the first is ever looked at, so a bar that reaches none costs one comparison however many rest.
 */
export class OrderQueue {
  /** The level of the first order; infinitely far away when there is none. */
  declare reach: number;
  /** The first to be reached stands last, where it is cheap to take. */
  private readonly orders = emptyList<WorkingOrder>();
  declare private readonly sign: 1 | -1;

  constructor(reachedBy: 'falling' | 'rising') {
    this.sign = reachedBy === 'falling' ? 1 : -1;
    this.reach = -this.sign * Infinity;
  }

  first(): WorkingOrder | undefined {
    const { orders } = this;
    return orders.length === 0 ? undefined : orders[orders.length - 1];
  }

  insert(order: WorkingOrder): void {
    const index = this.indexBefore(order.level);
    if (index === this.orders.length) this.orders[index] = order;
    else this.orders.splice(index, 0, order);
    this.refresh();
  }

  remove(order: WorkingOrder): void {
    const { orders } = this;
    if (this.first() === order) orders.pop();
    else orders.splice(orders.indexOf(order, this.indexBefore(order.level)), 1);
    this.refresh();
  }

  /** Every order, the first to be reached first. */
  inOrder(): readonly WorkingOrder[] {
    return this.orders.toReversed();
  }

  private refresh(): void {
    this.reach = this.first()?.level ?? -this.sign * Infinity;
  }

  /** The index of the newest order at `level`, or where it would stand. */
  private indexBefore(level: number): number {
    const { orders, sign } = this;
    const key = level * sign;
    let low = 0;
    let high = orders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (orders[middle]!.level * sign < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
