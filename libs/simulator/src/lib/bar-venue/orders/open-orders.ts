import { emptyList } from '@org/domain';
import type { WorkingOrder } from './working-order.ts';

/** So few orders are looked through faster than a map is asked, which is made anew whenever it is emptied. */
const FEW = 8;

/** The open orders of all markets by their ids, in the order in which they came. */
export class OpenOrders {
  /** All of them, as long as they are few. */
  private readonly few = emptyList<WorkingOrder>();
  /** All of them from the first time on when they were many. */
  private many: Map<string, WorkingOrder> | null = null;

  get(clientOrderId: string): WorkingOrder | null {
    if (this.many !== null) return this.many.get(clientOrderId) ?? null;
    for (let at = this.few.length - 1; at >= 0; at--) {
      const order = this.few[at]!;
      if (order.clientOrderId === clientOrderId) return order;
    }
    return null;
  }

  /** Adds an order whose id no other has. */
  add(order: WorkingOrder): void {
    const { length } = this.few;
    if (this.many === null && length < FEW) this.few[length] = order;
    else this.inMap().set(order.clientOrderId, order);
  }

  remove(order: WorkingOrder): void {
    if (this.many === null) this.removeFromFew(order);
    else this.many.delete(order.clientOrderId);
  }

  clear(): void {
    this.few.length = 0;
    this.many = null;
  }

  all(): readonly WorkingOrder[] {
    return [...(this.many === null ? this.few : this.many.values())];
  }

  private removeFromFew(order: WorkingOrder): void {
    const { few } = this;
    const last = few.length - 1;
    let at = last;
    while (at >= 0 && few[at] !== order) at--;
    if (at < 0) return;
    for (; at < last; at++) few[at] = few[at + 1]!;
    few.pop();
  }

  private inMap(): Map<string, WorkingOrder> {
    this.many ??= new Map(this.few.map((order) => [order.clientOrderId, order]));
    this.few.length = 0;
    return this.many;
  }
}
