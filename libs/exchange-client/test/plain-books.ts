import type {
  Applied,
  BookKeeping,
  BookLoss,
  BookState,
  DepthLevels,
  DepthSnapshot,
  DepthUpdate,
  KeptBook,
  Loaded,
  OpenBookKeeping,
  RestingLevel,
} from '@org/domain';

type Side = Map<number, number>;

interface Change {
  readonly firstId: number;
  readonly lastId: number;
  readonly bids: readonly RestingLevel[];
  readonly asks: readonly RestingLevel[];
}

/** The exchange's rules for a local book in as few words as they allow, to try streams of books with. */
class PlainBook implements KeptBook {
  state: BookState = { kind: 'lost', reason: 'noSnapshot' };
  updateId = 0;
  #held: readonly Change[] = [];
  readonly #bids: Side = new Map();
  readonly #asks: Side = new Map();

  get wantsSnapshot(): boolean {
    return this.state.kind === 'lost' && this.#held.length > 0;
  }

  apply({ firstId, lastId, bids, asks }: DepthUpdate): Applied {
    const change = { firstId, lastId, bids: levelsOf(bids), asks: levelsOf(asks) };
    if (this.state.kind === 'lost') {
      this.#held = [...this.#held, change];
      return 'held';
    }
    if (lastId <= this.updateId) return 'stale';
    if (firstId > this.updateId + 1) {
      this.lose('gap');
      this.#held = [change];
      return 'gap';
    }
    this.#set(change);
    return 'changed';
  }

  hold(): void {
    // A book that is lost holds anyway, and this one never heals before it is.
  }

  load({ lastId, bids, asks }: DepthSnapshot): Loaded {
    const [first] = this.#held;
    if (first === undefined || first.firstId > lastId + 1) return 'tooOld';
    this.#set({ firstId: 0, lastId, bids: levelsOf(bids), asks: levelsOf(asks) });
    for (const change of this.#held) if (change.lastId > this.updateId) this.#set(change);
    this.state = { kind: 'live' };
    this.#held = [];
    return 'loaded';
  }

  lose(reason: BookLoss): void {
    this.state = { kind: 'lost', reason };
    this.#held = [];
    this.#bids.clear();
    this.#asks.clear();
  }

  bids(count: number): readonly RestingLevel[] {
    return sorted(this.#bids, -1).slice(0, count);
  }

  asks(count: number): readonly RestingLevel[] {
    return sorted(this.#asks, 1).slice(0, count);
  }

  #set({ lastId, bids, asks }: Change): void {
    for (const [side, levels] of [
      [this.#bids, bids],
      [this.#asks, asks],
    ] as const) {
      for (const { ticks, quantity } of levels) {
        if (quantity === 0) side.delete(ticks);
        else side.set(ticks, quantity);
      }
    }
    this.updateId = lastId;
  }
}

/** Books without a desk: each lost one asks for one snapshot at a time. */
export const plainBooks: OpenBookKeeping = (source) => {
  const asked = new Set<string>();
  const keeping: BookKeeping = {
    open: () => new PlainBook(),
    heal: (symbol, book) => {
      if (asked.has(symbol)) return;
      asked.add(symbol);
      void source.snapshot(symbol).then((snapshot) => {
        asked.delete(symbol);
        if (snapshot !== null) book.load(snapshot);
      });
    },
    close: () => undefined,
  };
  return keeping;
};

function levelsOf({ count, ticks, quantities }: DepthLevels): readonly RestingLevel[] {
  return Array.from({ length: count }, (_, index) => ({
    ticks: ticks[index] ?? NaN,
    quantity: quantities[index] ?? NaN,
  }));
}

function sorted(side: Side, sign: number): readonly RestingLevel[] {
  return [...side].toSorted(([a], [b]) => sign * (a - b)).map(([ticks, quantity]) => ({ ticks, quantity }));
}
