import type { Side } from '@org/domain';
import type { RecordedDifference, RecordedLevels, RecordedSnapshot } from './depth-recording.ts';

/** The book as the recording has it, by price. */
export class RecordedBook {
  readonly bids = new Map<number, number>();
  readonly asks = new Map<number, number>();
  updateId = 0;

  side(side: Side): ReadonlyMap<number, number> {
    return side === 'buy' ? this.bids : this.asks;
  }

  quantityAt(side: Side, price: number): number {
    return this.side(side).get(price) ?? 0;
  }

  /** What a snapshot does not name is gone, for nothing is known of it any more. */
  apply({ kind, updateId, bids, asks }: RecordedSnapshot | RecordedDifference): void {
    if (kind === 'snapshot') {
      this.bids.clear();
      this.asks.clear();
    }
    setLevels(this.bids, bids);
    setLevels(this.asks, asks);
    this.updateId = updateId;
  }
}

function setLevels(side: Map<number, number>, levels: RecordedLevels): void {
  for (let index = 0; index < levels.length; index += 2) {
    const quantity = levels[index + 1]!;
    if (quantity === 0) side.delete(levels[index]!);
    else side.set(levels[index]!, quantity);
  }
}
