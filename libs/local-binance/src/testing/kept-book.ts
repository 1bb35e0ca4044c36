import { field } from './fields.ts';

/** A book that a client keeps from the stream of its changes, by the rules that the exchange publishes for that. */
export class KeptBook {
  readonly #sides = { bids: new Map<string, string>(), asks: new Map<string, string>() };
  #updateId: number;
  /** How many updates did not follow the one before. */
  gaps = 0;

  /** From an answer of `GET /api/v3/depth`. */
  constructor(snapshot: unknown) {
    this.#updateId = Number(field(snapshot, 'lastUpdateId'));
    this.#set('bids', field(snapshot, 'bids'));
    this.#set('asks', field(snapshot, 'asks'));
  }

  get updateId(): number {
    return this.#updateId;
  }

  /** Takes an event of `<symbol>@depth`; false for one that is older than the book. */
  apply(event: unknown): boolean {
    const last = Number(field(event, 'u'));
    if (last <= this.#updateId) return false;
    if (Number(field(event, 'U')) > this.#updateId + 1) this.gaps += 1;
    this.#set('bids', field(event, 'b'));
    this.#set('asks', field(event, 'a'));
    this.#updateId = last;
    return true;
  }

  /** As `GET /api/v3/depth` tells it: bids from the highest, asks from the lowest. */
  levels() {
    const sorted = (side: 'bids' | 'asks', sign: number) =>
      [...this.#sides[side]].sort(([a], [b]) => sign * (Number(a) - Number(b)));
    return { lastUpdateId: this.#updateId, bids: sorted('bids', -1), asks: sorted('asks', 1) };
  }

  #set(side: 'bids' | 'asks', levels: unknown): void {
    if (!Array.isArray(levels)) throw new Error('There is no such side.');
    for (const level of levels) {
      const [price, quantity] = [String(field(level, '0')), String(field(level, '1'))];
      if (Number(quantity) === 0) this.#sides[side].delete(price);
      else this.#sides[side].set(price, quantity);
    }
  }
}
