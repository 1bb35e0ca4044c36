import type { Fill } from '../result/fill.ts';
import type { OpenPosition, Trade } from './trade.ts';

const HOUR_MS = 3_600_000;

/** A round trip in the making: sums over its fills, from the first buy on. */
export class Trip {
  readonly first: Fill;
  private last: Fill;
  private bought = 0;
  private entryPrice = 0;
  private sold = 0;
  private exitPrice = 0;
  private costOfSold = 0;
  private profit = 0;
  private fees = 0;

  constructor(first: Fill) {
    this.first = first;
    this.last = first;
  }

  buy(fill: Fill, fee: number): void {
    this.bought += fill.quantity;
    this.entryPrice = towards(this.entryPrice, fill, this.bought);
    this.fees += fee;
  }

  /** `cost` is the average cost of what was sold. */
  sell(fill: Fill, fee: number, cost: number): void {
    const proceeds = fill.quantity * fill.price;
    this.last = fill;
    this.sold += fill.quantity;
    this.exitPrice = towards(this.exitPrice, fill, this.sold);
    this.costOfSold += cost;
    this.profit += proceeds - fee - cost;
    this.fees += fee;
  }

  /** Some of what is held, which had cost `cost`, has paid a fee of `value`. */
  give(cost: number, value: number): void {
    this.costOfSold += cost;
    this.profit += value - cost;
  }

  asTrade(): Trade {
    const { first, last } = this;
    return {
      symbol: first.symbol,
      strategyId: first.strategyId,
      entryTime: first.time,
      exitTime: last.time,
      holdingHours: (last.time - first.time) / HOUR_MS,
      quantity: this.sold,
      entryPrice: this.entryPrice,
      exitPrice: this.exitPrice,
      profit: this.profit,
      return: this.profit / this.costOfSold,
      fees: this.fees,
      entryReason: first.reason,
      exitReason: last.reason,
      exitKind: last.kind,
    };
  }

  asOpenPosition(held: { quantity: number; averageCost: number }, lastPrice: number): OpenPosition {
    return {
      symbol: this.first.symbol,
      strategyId: this.first.strategyId,
      entryTime: this.first.time,
      quantity: held.quantity,
      averageCost: held.averageCost,
      lastPrice,
      profit: this.profit + held.quantity * (lastPrice - held.averageCost),
      fees: this.fees,
      entryReason: this.first.reason,
    };
  }
}

/** The average price after a further fill; to the last bit the price itself where all fills have the same. */
function towards(average: number, { price, quantity }: Fill, total: number): number {
  return average + (price - average) * (quantity / total);
}
