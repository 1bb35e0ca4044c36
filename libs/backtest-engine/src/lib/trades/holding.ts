/** Base held at average cost, of one market and strategy. What is sold leaves at the average; dust stays in it. */
export class Holding {
  quantity = 0;
  cost = 0;

  /** Quote paid per base held; 0 when nothing is. */
  get averageCost(): number {
    return this.quantity > 0 ? this.cost / this.quantity : 0;
  }

  add(quantity: number, cost: number): void {
    this.quantity += quantity;
    this.cost += cost;
  }

  /** Takes a quantity out and gives what it had cost. */
  take(quantity: number): number {
    const cost = this.averageCost * quantity;
    this.quantity = Math.max(0, this.quantity - quantity);
    this.cost = this.quantity > 0 ? this.cost - cost : 0;
    return cost;
  }
}
