import type { Calm, CandleClosed } from '@org/domain';

/** A bar that can stand for one row of a table after the other. */
export interface WalkedBar extends CandleClosed {
  /** Stands for the bar whose row begins at this cell from now on. */
  standFor(row: number): void;
}

/**
 * Bars of one feed, as long as a shell has nothing else to do between them. They stand in the rows of a table, so that whoever
 * goes through them need not look anything up again from one to the next.
 */
export interface BarWalk {
  /** Stands for the bar at hand. */
  readonly bar: WalkedBar;
  /** In the first cell of a row stands the open time, ms UTC; these are so many cells behind it, in quote. */
  readonly cells: Float64Array;
  readonly toLow: number;
  readonly toHigh: number;
  readonly toClose: number;
  readonly rowStep: number;
  /** From a bar's open time to its close time. */
  readonly lengthMs: number;
  /** The row of the next bar, and the one behind the last that there is yet. */
  row: number;
  readonly end: number;
  /** The walk ends before the first bar that goes beyond the calm, or closes later than this, ms UTC. */
  readonly calm: Calm;
  readonly lastTime: number;
  /** What the account is worth when each bar closes, in quote: that of the next bar belongs to `point`. */
  readonly equities: Float64Array;
  point: number;
  /** Is told that all bars before `row` have been taken, and what the account was worth has been written. */
  passed(): void;
}
