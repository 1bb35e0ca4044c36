import type { DepthLevels, RestingLevel } from '@org/domain';
import { InputError } from '@org/domain';
import { BookSide } from './book-side.ts';

export interface OrderBookOptions {
  /**
   * How many ticks around the best price are kept in an array: a power of two from 1,024 to 16,777,216. Default 65,536,
   * which takes 1 MiB.
   */
  readonly windowTicks?: number;
}

const LEAST_WINDOW = 2 ** 10;
const LARGEST_WINDOW = 2 ** 24;

/** What rests on both sides of a market, with the best price of each at hand. It knows no rules of any exchange. */
export class OrderBook {
  readonly #bids: BookSide;
  readonly #asks: BookSide;

  /** @throws InputError `window-ticks` for a window that is no such power of two. */
  constructor({ windowTicks = 65_536 }: OrderBookOptions = {}) {
    refuseWindow(windowTicks);
    this.#bids = new BookSide(windowTicks);
    this.#asks = new BookSide(windowTicks);
  }

  /** In ticks; -Infinity without bids. */
  get bestBid(): number {
    return this.#bids.bestKey;
  }

  /** In ticks; Infinity without asks. */
  get bestAsk(): number {
    return -this.#asks.bestKey;
  }

  /** In base; 0 without bids. */
  get bestBidQuantity(): number {
    return this.#bids.bestQuantity;
  }

  /** In base; 0 without asks. */
  get bestAskQuantity(): number {
    return this.#asks.bestQuantity;
  }

  /** Whether somebody would buy for more than somebody else wants: on an exchange that never lasts. */
  get isCrossed(): boolean {
    return this.bestBid >= this.bestAsk;
  }

  /** Sets the first `count` levels, in ticks and base; a quantity of 0 takes its level away. */
  setBids({ count, ticks, quantities }: DepthLevels): void {
    for (let i = 0; i < count; i++) this.#bids.set(ticks[i]!, quantities[i]!);
  }

  /** Sets the first `count` levels, in ticks and base; a quantity of 0 takes its level away. */
  setAsks({ count, ticks, quantities }: DepthLevels): void {
    for (let i = 0; i < count; i++) this.#asks.set(-ticks[i]!, quantities[i]!);
  }

  clear(): void {
    this.#bids.clear();
    this.#asks.clear();
  }

  /** In base; 0 where nothing rests. */
  bidQuantityAt(ticks: number): number {
    return this.#bids.quantityAt(ticks);
  }

  /** In base; 0 where nothing rests. */
  askQuantityAt(ticks: number): number {
    return this.#asks.quantityAt(-ticks);
  }

  /** The best `count` levels, best first. */
  bids(count: number): readonly RestingLevel[] {
    const levels: RestingLevel[] = [];
    this.#bids.visitBest(count, (key, quantity) => levels.push({ ticks: key, quantity }));
    return levels;
  }

  /** The best `count` levels, best first. */
  asks(count: number): readonly RestingLevel[] {
    const levels: RestingLevel[] = [];
    this.#asks.visitBest(count, (key, quantity) => levels.push({ ticks: -key, quantity }));
    return levels;
  }
}

/** A window of another size would lose levels without a word. */
function refuseWindow(windowTicks: number): void {
  const isWithin = windowTicks >= LEAST_WINDOW && windowTicks <= LARGEST_WINDOW;
  if (isWithin && Number.isInteger(Math.log2(windowTicks))) return;
  throw new InputError('window-ticks', {
    what: 'windowTicks does not take this value',
    found: String(windowTicks),
    allowed: `a power of two from ${LEAST_WINDOW} to ${LARGEST_WINDOW}`,
  });
}
