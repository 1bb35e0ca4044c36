/**
 * Levels of one side of a book: the first `count` places hold prices in ticks and quantities in base. Quantities are
 * doubles, for orders by quote amount leave remainders that are no whole lots. The arrays belong to who fills them and are
 * used again: what is to be kept is copied.
 */
export interface DepthLevels {
  readonly count: number;
  readonly ticks: Float64Array;
  /** 0 for a level that is gone. */
  readonly quantities: Float64Array;
}

/** What changed in a book from one of the exchange's update ids to another. */
export interface DepthUpdate {
  /** When the exchange sent it, in ms UTC. */
  readonly time: number;
  readonly firstId: number;
  readonly lastId: number;
  readonly bids: DepthLevels;
  readonly asks: DepthLevels;
}

/** A book as it was after one update, best levels first. */
export interface DepthSnapshot {
  readonly lastId: number;
  readonly bids: DepthLevels;
  readonly asks: DepthLevels;
  /** How many levels of a side were asked for: a side with fewer of them is whole, beyond a full one nothing is known. */
  readonly limit: number;
}
