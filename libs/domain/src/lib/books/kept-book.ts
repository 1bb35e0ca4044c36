import type { DepthSnapshot, DepthUpdate } from './depth-update.ts';

/** Why there is no book: none has come yet, a diff is missing, it makes no sense, or the stream has ended. */
export type BookLoss = 'noSnapshot' | 'gap' | 'crossed' | 'disconnected';

/** Whether the book is the exchange's, or else why it shows nothing. */
export type BookState = { readonly kind: 'live' } | { readonly kind: 'lost'; readonly reason: BookLoss };

/**
 * What a diff did: `changed` the book, is `held` until a snapshot comes, says nothing new (`stale`), or shows that the
 * book is not the exchange's any more (`gap`, `crossed`).
 */
export type Applied = 'changed' | 'held' | 'stale' | 'gap' | 'crossed';

/** What became of a snapshot: it is the book now, says too little (ask for another one), or cannot be true. */
export type Loaded = 'loaded' | 'tooOld' | 'crossed';

/** A level as ticks of price and quantity in base. */
export interface RestingLevel {
  readonly ticks: number;
  readonly quantity: number;
}

/** What a book shows. */
export interface BookView {
  readonly state: BookState;
  /** The exchange's id of the last change in it. */
  readonly updateId: number;
  /** The best levels as far as all of them are known, `count` at most, best first. */
  bids(count: number): readonly RestingLevel[];
  asks(count: number): readonly RestingLevel[];
}

/** What has a snapshot put in place. */
export interface HealingBook {
  readonly wantsSnapshot: boolean;
  /** Diffs are kept from here on, for the snapshot that is being asked for. */
  hold(): void;
  load(snapshot: DepthSnapshot): Loaded;
}

/** An exchange's book that is kept by its diffs. */
export interface KeptBook extends BookView, HealingBook {
  /** Takes the next diff of the stream. */
  apply(update: DepthUpdate): Applied;
  /** Forgets everything, since what follows cannot be joined to it. */
  lose(reason: BookLoss): void;
}
