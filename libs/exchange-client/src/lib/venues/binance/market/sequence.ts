import type { Reading } from '../rest/reading.ts';

/** What is heard of things that come one after the other, such as bars or trades. */
export type SequenceSignal<Item> =
  { readonly kind: 'item'; readonly item: Item } | { readonly kind: 'lost' } | { readonly kind: 'back' };

/** A stretch of the past. */
export interface SequencePage<Item> {
  /** Oldest first, all of them whole. */
  readonly items: readonly Item[];
  /** Before this key there is nothing but these items. */
  readonly knownTo: number;
  /** Whether there may be more. */
  readonly isFull: boolean;
}

/** How things follow each other, where missed ones are asked for, and how they are told. */
export interface Sequence<Item, News> {
  /** Where to begin; null for wherever the stream does. */
  readonly from: number | null;
  keyOf(item: Item): number;
  /** The key of what should come next. */
  after(key: number): number;
  /** Whether there is nothing more to come of it; what is not whole only shows how far things have got. */
  isWhole(item: Item): boolean;
  /** Asks for what has the key `from` or a later one. */
  read(from: number): Promise<Reading<SequencePage<Item>>>;
  told(item: Item, isRepaired: boolean): News;
  /** What has keys from `from` to before `to` does not exist. */
  absent(from: number, to: number): News;
  lost(): News;
  restored(): News;
}
