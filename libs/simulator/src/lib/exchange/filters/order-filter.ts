import type { Price } from '@org/domain';
import type { Units } from '../accounts/units.ts';
import type { AveragePrice } from '../exchange.ts';
import type { GridOrder } from '../grid-order.ts';
import type { FilterKind } from '../symbol-rules.ts';

/** How much an account has open. Orders count whatever they are, and again as what they are. */
export interface OpenCounts {
  readonly orders: number;
  /** Stops and targets that wait for their price. */
  readonly algoOrders: number;
  readonly icebergOrders: number;
  readonly orderLists: number;
}

/** What filters ask besides the order itself. Counts are without it. */
export interface FilterFacts {
  readonly lastPrice: Price | null;
  /** Stands in for average and last price where the market has one. */
  readonly referencePrice: AveragePrice | null;
  averagePrice(minutes: number): AveragePrice | null;
  /** Of the account, on the symbol. */
  readonly open: OpenCounts;
  /** Of the account, on all symbols. */
  readonly openAnywhere: OpenCounts;
  /** The base that the account has, free and locked, and what its open buys may bring, in smallest units. */
  readonly position: Units;
}

/** A filter of a symbol, made ready for its grid. */
export interface OrderFilter {
  readonly kind: FilterKind;
  passes(order: GridOrder, facts: FilterFacts): boolean;
}
