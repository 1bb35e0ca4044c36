import type { LiveOrder } from './live-order.ts';

const SMALLEST = 16;

/**
 * Open orders by their client order ids. A flat table with open addressing: a `Map` of strings costs several times as
 * much where orders come and go by the million.
 */
export class OrdersByName {
  #orders: (LiveOrder | null)[] = empty(SMALLEST);
  #hashes = new Int32Array(SMALLEST);
  #size = 0;

  get(name: string): LiveOrder | undefined {
    const hash = hashOf(name);
    const mask = this.#hashes.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const order = this.#orders[at]!;
      if (order === null) return undefined;
      if (this.#hashes[at] === hash && order.clientOrderId === name) return order;
    }
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** Its name must be free. */
  add(order: LiveOrder): void {
    if (2 * this.#size >= this.#hashes.length) this.#grow();
    order.nameHash = hashOf(order.clientOrderId);
    this.#put(order, order.nameHash);
    this.#size++;
  }

  delete(order: LiveOrder): void {
    const mask = this.#hashes.length - 1;
    let hole = order.nameHash & mask;
    while (this.#orders[hole] !== order) {
      if (this.#orders[hole] === null) return;
      hole = (hole + 1) & mask;
    }
    this.#size--;
    this.#close(hole, mask);
  }

  *values(): Generator<LiveOrder> {
    for (const order of this.#orders) if (order !== null) yield order;
  }

  /** Moves up what a hole would cut off from where it is looked for. */
  #close(start: number, mask: number): void {
    let hole = start;
    for (let at = (hole + 1) & mask; this.#orders[at] !== null; at = (at + 1) & mask) {
      const home = this.#hashes[at]! & mask;
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      this.#orders[hole] = this.#orders[at]!;
      this.#hashes[hole] = this.#hashes[at]!;
      hole = at;
    }
    this.#orders[hole] = null;
  }

  #grow(): void {
    const orders = this.#orders;
    const hashes = this.#hashes;
    this.#orders = empty(2 * orders.length);
    this.#hashes = new Int32Array(2 * orders.length);
    for (const [at, order] of orders.entries()) if (order !== null) this.#put(order, hashes[at]!);
  }

  #put(order: LiveOrder, hash: number): void {
    const mask = this.#hashes.length - 1;
    let at = hash & mask;
    while (this.#orders[at] !== null) at = (at + 1) & mask;
    this.#orders[at] = order;
    this.#hashes[at] = hash;
  }
}

function empty(size: number): (LiveOrder | null)[] {
  return new Array<LiveOrder | null>(size).fill(null);
}

/** FNV-1a, its high bits mixed into the low ones that the table looks at. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
