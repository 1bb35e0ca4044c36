import type { Side } from '@org/domain';
import type { SymbolGrid } from '../../exchange/symbol-grid.ts';

/** Levels of a book as prices and quantities by turns, in ticks and lots; a quantity of 0 is a level that is gone. */
export type RecordedLevels = readonly number[];

/** A whole book as it was seen: what it does not name is not known. */
export interface RecordedSnapshot {
  readonly kind: 'snapshot';
  /** ms UTC. */
  readonly time: number;
  readonly updateId: number;
  readonly bids: RecordedLevels;
  readonly asks: RecordedLevels;
}

/** What had changed in the book by `time`: the levels as they were then. */
export interface RecordedDifference {
  readonly kind: 'difference';
  readonly time: number;
  /** The last update that is in it. */
  readonly updateId: number;
  readonly bids: RecordedLevels;
  readonly asks: RecordedLevels;
}

/** A trade of a recorded market; price and quantity are counted in steps of the recording's grid. */
export interface RecordedTrade {
  readonly kind: 'trade';
  readonly time: number;
  /** Of the order that came later. */
  readonly takerSide: Side;
  readonly price: number;
  readonly quantity: number;
}

/** What a recording is made of. */
export type RecordedEvent = RecordedSnapshot | RecordedDifference | RecordedTrade;

/** A market as it was recorded: a snapshot, and what followed, in the order of time. */
export interface DepthRecording {
  readonly symbol: string;
  /** What prices and quantities are counted in. */
  readonly grid: SymbolGrid;
  /** The first is a snapshot. */
  readonly events: readonly RecordedEvent[];
}
