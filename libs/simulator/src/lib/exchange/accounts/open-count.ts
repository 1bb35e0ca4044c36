import * as traits from '../orders/traits.ts';

/** How much is open, kept up to date. */
export class OpenCount {
  orders = 0;
  algoOrders = 0;
  icebergOrders = 0;
  orderLists = 0;

  /** Counts an order, by the word of what it is, in with 1 and out with −1. */
  count(word: number, by: 1 | -1): void {
    this.orders += by;
    if ((word & traits.IS_ICEBERG) !== 0) this.icebergOrders += by;
    if ((word & (traits.IS_CONTINGENT | traits.IS_WORKING)) === traits.IS_CONTINGENT) this.algoOrders += by;
  }
}
