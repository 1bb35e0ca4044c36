import type { DepthLevels, DepthUpdate } from '@org/domain';

/** Diffs that wait for a snapshot: copies, each beginning where the one before ends. */
export class HeldUpdates {
  readonly #most: number;
  #updates: DepthUpdate[] = [];
  #from: number | null = null;

  /** @param most how many are kept; the oldest go first */
  constructor(most: number) {
    this.#most = most;
  }

  /** The first update id that a snapshot may lack; null before anything is known. */
  get from(): number | null {
    return this.#from;
  }

  get updates(): readonly DepthUpdate[] {
    return this.#updates;
  }

  /** Starts anew, for diffs from `id` on; null for whatever comes first. */
  begin(id: number | null): void {
    this.#updates = [];
    this.#from = id;
  }

  /** Keeps a copy. What is known already is passed over, and a gap makes what came before it useless. */
  hold(update: DepthUpdate): 'held' | 'stale' {
    const next = (this.#updates.at(-1)?.lastId ?? (this.#from ?? update.firstId) - 1) + 1;
    if (update.lastId < next) return 'stale';
    if (update.firstId > next) this.begin(update.firstId);
    this.#from ??= update.firstId;
    this.#updates.push(copyOf(update));
    if (this.#updates.length > this.#most) {
      this.#updates.shift();
      this.#from = this.#updates[0]!.firstId;
    }
    return 'held';
  }
}

function copyOf({ bids, asks, ...rest }: DepthUpdate): DepthUpdate {
  return { ...rest, bids: copiedLevels(bids), asks: copiedLevels(asks) };
}

function copiedLevels({ count, ticks, quantities }: DepthLevels): DepthLevels {
  return { count, ticks: ticks.slice(0, count), quantities: quantities.slice(0, count) };
}
