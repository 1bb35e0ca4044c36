import type { HealingBook, KeptBook } from '../books/kept-book.ts';
import type { DepthSnapshot } from '../books/depth-update.ts';

/** Where snapshots of books come from; null when none is to be had now. It keeps within the exchange's limits itself. */
export interface SnapshotSource {
  snapshot(symbol: string): Promise<DepthSnapshot | null>;
}

/** Who keeps books and sees to it that lost ones get snapshots, few of them. */
export interface BookKeeping {
  /** A book without anything in it. */
  open(symbol: string): KeptBook;
  /** Has a book get a snapshot soon; does nothing while one is on its way. */
  heal(symbol: string, book: HealingBook): void;
  /** Asks for nothing any more. */
  close(): void;
}

/** Makes a book keeping that has its snapshots from there. */
export type OpenBookKeeping = (source: SnapshotSource) => BookKeeping;
