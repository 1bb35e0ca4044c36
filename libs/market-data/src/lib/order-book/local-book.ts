import type {
  Applied,
  BookLoss,
  BookState,
  DepthSnapshot,
  DepthUpdate,
  KeptBook,
  Loaded,
  RestingLevel,
} from '@org/domain';
import { HeldUpdates } from './held-updates.ts';
import { depthKnownBy, NOTHING_KNOWN } from './known-depth.ts';
import { OrderBook } from './order-book.ts';
import type { OrderBookOptions } from './order-book.ts';

export interface LocalBookOptions extends OrderBookOptions {
  /** How many diffs wait for a snapshot at most. Default 3,000: five minutes of them. */
  readonly heldUpdates?: number;
}

const LIVE: BookState = { kind: 'live' };

/**
 * The exchange's book of one market, kept here: a snapshot, and the diffs since. It follows the exchange's rules: diffs
 * wait for a snapshot that is not older than the first of them; those that the snapshot contains are passed over; from
 * then on each must begin where the one before ended. A book that is lost shows nothing until a snapshot mends it.
 *
 * Beyond the levels of the snapshot nothing is known. Levels there are not shown, and `wantsSnapshot` says when the best
 * price has come near to them.
 *
 * Source of the rules: Binance, "How to manage a local order book correctly", as of 2025-11-12.
 */
export class LocalBook implements KeptBook {
  readonly #book: OrderBook;
  readonly #held: HeldUpdates;
  #state: BookState = { kind: 'lost', reason: 'noSnapshot' };
  #known = NOTHING_KNOWN;
  #updateId = 0;
  #isHolding = true;

  constructor({ heldUpdates = 3000, ...options }: LocalBookOptions = {}) {
    this.#book = new OrderBook(options);
    this.#held = new HeldUpdates(heldUpdates);
  }

  get state(): BookState {
    return this.#state;
  }

  /** The exchange's id of the last change in here. */
  get updateId(): number {
    return this.#updateId;
  }

  /** In ticks; -Infinity without bids, and when the book is lost. */
  get bestBid(): number {
    return this.#book.bestBid;
  }

  /** In ticks; Infinity without asks, and when the book is lost. */
  get bestAsk(): number {
    return this.#book.bestAsk;
  }

  /** In base; 0 without bids, and when the book is lost. */
  get bestBidQuantity(): number {
    return this.#book.bestBidQuantity;
  }

  /** In base; 0 without asks, and when the book is lost. */
  get bestAskQuantity(): number {
    return this.#book.bestAskQuantity;
  }

  /** Whether both best prices lie where every level is known. */
  get isBestKnown(): boolean {
    return this.bestBid >= this.#known.bidsTo && this.bestAsk <= this.#known.asksTo;
  }

  /** Whether to ask for a snapshot now: there are diffs for it, and it would tell something. */
  get wantsSnapshot(): boolean {
    if (this.#state.kind === 'lost') return this.#held.from !== null;
    return this.bestBid < this.#known.leastBid || this.bestAsk > this.#known.mostAsk;
  }

  /** In base; 0 where nothing rests, and null where that is not known. */
  bidQuantityAt(ticks: number): number | null {
    const quantity = this.#book.bidQuantityAt(ticks);
    return quantity === 0 && ticks < this.#known.bidsTo ? null : quantity;
  }

  /** In base; 0 where nothing rests, and null where that is not known. */
  askQuantityAt(ticks: number): number | null {
    const quantity = this.#book.askQuantityAt(ticks);
    return quantity === 0 && ticks > this.#known.asksTo ? null : quantity;
  }

  /** The best levels as far as all of them are known, `count` at most, best first. */
  bids(count: number): readonly RestingLevel[] {
    return this.#book.bids(count).filter(({ ticks }) => ticks >= this.#known.bidsTo);
  }

  /** The best levels as far as all of them are known, `count` at most, best first. */
  asks(count: number): readonly RestingLevel[] {
    return this.#book.asks(count).filter(({ ticks }) => ticks <= this.#known.asksTo);
  }

  /** Takes the next diff of the stream. */
  apply(update: DepthUpdate): Applied {
    if (this.#state.kind === 'lost') return this.#held.hold(update);
    if (update.lastId <= this.#updateId) return 'stale';
    if (update.firstId > this.#updateId + 1) {
      this.lose('gap');
      this.#held.hold(update);
      return 'gap';
    }
    if (this.#isHolding) this.#held.hold(update);
    this.#set(update);
    if (!this.#book.isCrossed) return 'changed';
    this.lose('crossed');
    return 'crossed';
  }

  /** Keeps diffs from here on for a snapshot that is being asked for; a book that is lost does so anyway. */
  hold(): void {
    if (this.#isHolding) return;
    this.#isHolding = true;
    this.#held.begin(this.#updateId + 1);
  }

  /**
   * Puts a snapshot in place, and the diffs held since on top of it. One that is `tooOld` for them, or comes when none are
   * held, changes nothing: ask for another. One that is `crossed` is none.
   */
  load(snapshot: DepthSnapshot): Loaded {
    const { from, updates } = this.#held;
    if (from === null || from > snapshot.lastId + 1) return 'tooOld';
    this.#book.clear();
    this.#updateId = snapshot.lastId;
    this.#book.setBids(snapshot.bids);
    this.#book.setAsks(snapshot.asks);
    for (const update of updates) if (update.lastId > this.#updateId) this.#set(update);
    if (this.#book.isCrossed) {
      this.lose('crossed');
      return 'crossed';
    }
    this.#known = depthKnownBy(snapshot);
    this.#state = LIVE;
    this.#isHolding = false;
    this.#held.begin(null);
    return 'loaded';
  }

  /** Forgets everything, since what follows cannot be joined to it. */
  lose(reason: BookLoss): void {
    this.#state = { kind: 'lost', reason };
    this.#known = NOTHING_KNOWN;
    this.#book.clear();
    this.#isHolding = true;
    this.#held.begin(null);
  }

  #set({ lastId, bids, asks }: DepthUpdate): void {
    this.#book.setBids(bids);
    this.#book.setAsks(asks);
    this.#updateId = lastId;
  }
}
