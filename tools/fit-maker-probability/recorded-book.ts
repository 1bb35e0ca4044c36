import type { Side } from '@org/domain';
import { OnestepError } from '@org/domain';
import type { Level, LevelsChanged, Snapshot } from './capture.ts';

/** The book of a capture, kept by Binance's rules for a local order book. */
export class RecordedBook {
  private readonly bids: Map<number, number>;
  private readonly asks: Map<number, number>;
  private lastUpdateId: number;

  constructor(snapshot: Snapshot) {
    this.bids = new Map(snapshot.bids);
    this.asks = new Map(snapshot.asks);
    this.lastUpdateId = snapshot.lastUpdateId;
  }

  /**
   * Takes in what changed; changes older than the book are left out.
   *
   * @throws OnestepError `capture-gap` where an update between the book and these changes is missing
   */
  apply({ firstUpdateId, lastUpdateId, bids, asks }: LevelsChanged): void {
    if (lastUpdateId <= this.lastUpdateId) return;
    if (firstUpdateId > this.lastUpdateId + 1) {
      throw new OnestepError('capture-gap', {
        what: 'the capture lacks updates of the book',
        found: `${firstUpdateId} after ${this.lastUpdateId}`,
      });
    }
    setLevels(this.bids, bids);
    setLevels(this.asks, asks);
    this.lastUpdateId = lastUpdateId;
  }

  /** The best price that `side` offers to others, in ticks; infinitely bad where there is none. */
  best(side: Side): number {
    let best = side === 'buy' ? -Infinity : Infinity;
    for (const ticks of this.levels(side).keys()) {
      if (side === 'buy' ? ticks > best : ticks < best) best = ticks;
    }
    return best;
  }

  /** What rests on `side` at exactly this price, in lots. */
  at(side: Side, ticks: number): number {
    return this.levels(side).get(ticks) ?? 0;
  }

  /** What rests on `side` at this price or better, in ticks times lots. */
  worthUpTo(side: Side, ticks: number): number {
    let worth = 0;
    for (const [each, lots] of this.levels(side)) {
      if (side === 'buy' ? each >= ticks : each <= ticks) worth += each * lots;
    }
    return worth;
  }

  private levels(side: Side): ReadonlyMap<number, number> {
    return side === 'buy' ? this.bids : this.asks;
  }
}

function setLevels(side: Map<number, number>, levels: readonly Level[]): void {
  for (const [ticks, lots] of levels) {
    if (lots === 0) side.delete(ticks);
    else side.set(ticks, lots);
  }
}
