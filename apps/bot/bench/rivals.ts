import type { DepthLevels } from '@org/domain';

/** What is measured: a book that takes one message's side at a time and always knows its best prices. */
export interface Book {
  readonly bestBid: number;
  readonly bestAsk: number;
  setBids(levels: DepthLevels): void;
  setAsks(levels: DepthLevels): void;
}

/** Prices in a sorted array, kept so by splicing: the book that is written first. */
export class SplicedBook implements Book {
  readonly #bids: number[] = [];
  readonly #asks: number[] = [];
  readonly #quantities = new Map<number, number>();

  get bestBid(): number {
    return this.#bids.at(-1) ?? -Infinity;
  }

  get bestAsk(): number {
    return -(this.#asks.at(-1) ?? -Infinity);
  }

  setBids(levels: DepthLevels): void {
    this.#set(this.#bids, 1, levels);
  }

  setAsks(levels: DepthLevels): void {
    this.#set(this.#asks, -1, levels);
  }

  #set(keys: number[], sign: number, { count, ticks, quantities }: DepthLevels): void {
    for (let i = 0; i < count; i++) {
      const key = sign * (ticks[i] ?? NaN);
      const at = placeOf(keys, key);
      const isThere = keys[at] === key;
      if (quantities[i] === 0) {
        if (isThere) keys.splice(at, 1);
        continue;
      }
      if (!isThere) keys.splice(at, 0, key);
      this.#quantities.set(key, quantities[i] ?? NaN);
    }
  }
}

/** The first place whose key is not below `key`. */
function placeOf(keys: readonly number[], key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? NaN) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Quantities in a map; the best price is looked for only when the best one goes. */
export class MappedBook implements Book {
  readonly #bids = new Map<number, number>();
  readonly #asks = new Map<number, number>();
  #bestBid = -Infinity;
  #bestAsk = -Infinity;

  get bestBid(): number {
    return this.#bestBid;
  }

  get bestAsk(): number {
    return -this.#bestAsk;
  }

  setBids(levels: DepthLevels): void {
    this.#bestBid = set(this.#bids, this.#bestBid, 1, levels);
  }

  setAsks(levels: DepthLevels): void {
    this.#bestAsk = set(this.#asks, this.#bestAsk, -1, levels);
  }
}

function set(side: Map<number, number>, best: number, sign: number, levels: DepthLevels): number {
  let key = best;
  for (let i = 0; i < levels.count; i++) {
    const changed = sign * (levels.ticks[i] ?? NaN);
    if (levels.quantities[i] !== 0) {
      side.set(changed, levels.quantities[i] ?? NaN);
      if (changed > key) key = changed;
    } else if (side.delete(changed) && changed === key) {
      key = -Infinity;
      for (const other of side.keys()) if (other > key) key = other;
    }
  }
  return key;
}
