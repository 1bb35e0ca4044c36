import type { WorkingOrder } from './working-order.ts';

/** No order has this id: the exchange takes none without one. */
const NOBODY = '';

/** The open orders of all markets by their ids, in the order in which they came. */
export class OpenOrders {
  /**
   * One entry stays, and stands for no order: a map that loses its last one is made anew, which costs several times what
   * all the rest of ending an order does.
   */
  private readonly byId = new Map<string, WorkingOrder | null>([[NOBODY, null]]);

  get(clientOrderId: string): WorkingOrder | null {
    return this.byId.get(clientOrderId) ?? null;
  }

  add(order: WorkingOrder): void {
    this.byId.set(order.clientOrderId, order);
  }

  remove({ clientOrderId }: WorkingOrder): void {
    this.byId.delete(clientOrderId);
  }

  clear(): void {
    this.byId.clear();
    this.byId.set(NOBODY, null);
  }

  all(): readonly WorkingOrder[] {
    return [...this.byId.values()].filter((order) => order !== null);
  }
}
