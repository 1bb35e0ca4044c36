import type { OrderTrade } from '../orders/order-sighting.ts';

/** The trades of one order, each one by its id, and which of them have been told. */
export class ToldTrades {
  /** Null in place of those that were told. */
  readonly #byId = new Map<number, OrderTrade | null>();
  #told: bigint;
  #waiting = 0n;

  /** Those with these ids were told: by them so much was traded, in the base asset's smallest units. */
  constructor(toldIds: readonly number[] = [], told = 0n) {
    for (const tradeId of toldIds) this.#byId.set(tradeId, null);
    this.#told = told;
  }

  /** What was traded by those that were told, in the base asset's smallest units. */
  get told(): bigint {
    return this.#told;
  }

  /** What was traded by all of them. */
  get sum(): bigint {
    return this.#told + this.#waiting;
  }

  get toldIds(): readonly number[] {
    return [...this.#byId].flatMap(([tradeId, trade]) => (trade === null ? [tradeId] : []));
  }

  /** The newest of them; -1 where there is none. */
  get lastId(): number {
    return Math.max(-1, ...this.#byId.keys());
  }

  /** Takes one in, once. It counts as told already where nobody is to hear of it. */
  add(trade: OrderTrade, isTold: boolean): void {
    if (this.#byId.has(trade.tradeId)) return;
    this.#byId.set(trade.tradeId, isTold ? null : trade);
    if (isTold) this.#told += trade.base;
    else this.#waiting += trade.base;
  }

  /** Whether none of them is still to be told. */
  get areTold(): boolean {
    return this.#waiting === 0n;
  }

  /** Those that were not told yet, by their ids: each is told as it is drawn, and those after it are not. */
  *tell(): Generator<OrderTrade, void> {
    const untold = [...this.#byId.values()].filter((trade) => trade !== null);
    for (const trade of untold.toSorted((a, b) => a.tradeId - b.tradeId)) {
      // Who hears of one may have had the next told meanwhile.
      if (this.#byId.get(trade.tradeId) === null) continue;
      this.#byId.set(trade.tradeId, null);
      this.#told += trade.base;
      this.#waiting -= trade.base;
      yield trade;
    }
  }
}
