import type { Price, Quantity } from '@org/domain';
import type { LevelChanged } from '@org/simulator';

/** What has changed in a book from one update id to another: the levels as they are after it, 0 where they are gone. */
export interface BookDifference {
  readonly firstUpdateId: number;
  readonly lastUpdateId: number;
  readonly bids: readonly (readonly [Price, Quantity])[];
  readonly asks: readonly (readonly [Price, Quantity])[];
}

/** Gathers the changes of one market's book until they are told. Ids that were skipped belong to what came after them. */
export class BookChanges {
  #first = 0;
  #last = 0;
  #bids = new Map<Price, Quantity>();
  #asks = new Map<Price, Quantity>();

  add(change: LevelChanged): void {
    if (this.#first === 0) this.#first = this.#last === 0 ? change.updateId : this.#last + 1;
    this.#last = change.updateId;
    (change.side === 'buy' ? this.#bids : this.#asks).set(change.price, change.quantity);
  }

  /** Everything since the last time, bids from the highest and asks from the lowest; null where nothing has changed. */
  take(): BookDifference | null {
    if (this.#first === 0) return null;
    const difference = {
      firstUpdateId: this.#first,
      lastUpdateId: this.#last,
      bids: [...this.#bids].sort(([a], [b]) => b - a),
      asks: [...this.#asks].sort(([a], [b]) => a - b),
    };
    this.#first = 0;
    this.#bids = new Map();
    this.#asks = new Map();
    return difference;
  }
}
