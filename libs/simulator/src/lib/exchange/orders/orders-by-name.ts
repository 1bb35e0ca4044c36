import { LiveOrder } from './live-order.ts';
import type { OrderRows } from './order-rows.ts';
import { SlotTable } from './slot-table.ts';

/** Open orders by the client order ids that their owners gave them. */
export class OrdersByName {
  readonly #rows: OrderRows;
  readonly #table = new SlotTable();
  /** The name asked for last: it is asked for first, and then added. */
  #name = '';
  #hash = hashOf('');

  constructor(rows: OrderRows) {
    this.#rows = rows;
  }

  get(name: string): LiveOrder | undefined {
    const slot = this.#find(name, this.#hashed(name));
    return slot === 0 ? undefined : new LiveOrder(this.#rows, slot);
  }

  /** Its name must be free. */
  add(order: LiveOrder): void {
    const hash = this.#hashed(order.clientOrderId);
    order.nameHash = hash;
    this.#table.add(hash, order.slot);
  }

  delete({ nameHash, slot }: LiveOrder): void {
    this.#table.delete(nameHash, slot);
  }

  #hashed(name: string): number {
    if (name !== this.#name) {
      this.#hash = hashOf(name);
      this.#name = name;
    }
    return this.#hash;
  }

  #find(name: string, hash: number): number {
    const { names } = this.#rows;
    for (let cell = this.#table.first(hash); cell !== -1; cell = this.#table.next(cell, hash)) {
      const slot = this.#table.slotAt(cell);
      if (names[slot] === name) return slot;
    }
    return 0;
  }
}

/**
 * FNV-1a of all but the last two letters, its high bits mixed into the low ones that the table looks at, and the last two
 * added: names that count up lie side by side.
 */
function hashOf(name: string): number {
  const end = Math.max(0, name.length - 2);
  let hash = 0x811c9dc5;
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  let last = 0;
  for (let at = end; at < name.length; at++) last = 16 * last + (name.charCodeAt(at) & 15);
  return (hash + last) | 0;
}
