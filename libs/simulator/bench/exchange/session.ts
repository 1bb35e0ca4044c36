import { SeededRng } from '../../src/index.ts';
import { OpenIds } from './open-ids.ts';

export const RESTING = 100_000;
/** Operations before the clock starts, at most, for the code to be compiled. */
export const WARM_UP = 300_000;
export const ACCOUNTS = 10;
export const MIDDLE = 5_000_000;
const SEED = 7;
/** Beyond this far from the middle nothing rests, so that a limit there takes whatever there is. */
const FAR = 100_000;

/** What sessions ask of a book while they are drawn. */
export interface DrawnOn {
  /** Places an order and gives its id where something of it rests, else null. */
  place(isBuy: boolean, at: number, lots: number, isResting: boolean): number | null;
  cancel(id: number): void;
  isOpen(id: number): boolean;
  /** The best price that orders of this side would trade with; null where there is none. */
  touch(isBuy: boolean): number | null;
  /** All that is to rest at first does. */
  filled(): void;
  /** How many trades there have been, if everything adds up. */
  check(): number;
}

/** One operation after the other, drawn from the seed: 55% orders that rest, 35% cancels, 10% orders that take. */
export function draw(book: DrawnOn): { readonly fill: () => void; readonly next: () => void } {
  const rng = new SeededRng(SEED);
  const open = new OpenIds();

  const rest = () => {
    const isBuy = rng.uniform() < 0.5;
    const behind = 1 + Math.floor(-Math.log(1 - rng.uniform()) * 300);
    const touch = book.touch(isBuy) ?? MIDDLE;
    const lots = 1 + Math.floor(rng.uniform() * 1_000);
    const id = book.place(isBuy, isBuy ? touch - behind : touch + behind, lots, true);
    if (id !== null) open.add(id);
  };
  const take = () => {
    const isBuy = rng.uniform() < 0.5;
    book.place(isBuy, isBuy ? MIDDLE + FAR : MIDDLE - FAR, 1 + Math.floor(rng.uniform() * 2_000), false);
  };
  return {
    fill: () => {
      for (let resting = 0; resting < RESTING; resting++) rest();
      book.filled();
    },
    next: () => {
      const kind = rng.uniform();
      if (kind < 0.55) rest();
      else if (kind < 0.9) book.cancel(open.take(rng.uniform(), (id) => book.isOpen(id)));
      else take();
    },
  };
}

const REST = 0;
const TAKE = 1;
const CANCEL = 2;

/** A session as it was drawn, in columns: what is timed is the exchange, and not the drawing. */
export class Session implements DrawnOn {
  /** How many trades there were when it was drawn. */
  readonly trades: number;
  readonly #on: DrawnOn;
  readonly #warmUp: number;
  readonly #kinds: Uint8Array;
  readonly #sides: Uint8Array;
  /** The price of an order, or the id that is cancelled. */
  readonly #numbers: Float64Array;
  readonly #lots: Int32Array;
  #length = 0;

  constructor(on: DrawnOn, operations: number) {
    const warmUp = Math.min(WARM_UP, operations);
    const size = RESTING + warmUp + operations;
    this.#on = on;
    this.#warmUp = warmUp;
    this.#kinds = new Uint8Array(size);
    this.#sides = new Uint8Array(size);
    this.#numbers = new Float64Array(size);
    this.#lots = new Int32Array(size);
    const drawn = draw(this);
    drawn.fill();
    for (let operation = 0; operation < warmUp + operations; operation++) drawn.next();
    this.trades = on.check();
  }

  place(isBuy: boolean, at: number, lots: number, isResting: boolean): number | null {
    this.#sides[this.#length] = isBuy ? 1 : 0;
    this.#numbers[this.#length] = at;
    this.#lots[this.#length] = lots;
    this.#kinds[this.#length++] = isResting ? REST : TAKE;
    return this.#on.place(isBuy, at, lots, isResting);
  }

  cancel(id: number): void {
    this.#numbers[this.#length] = id;
    this.#kinds[this.#length++] = CANCEL;
    this.#on.cancel(id);
  }

  isOpen(id: number): boolean {
    return this.#on.isOpen(id);
  }

  touch(isBuy: boolean): number | null {
    return this.#on.touch(isBuy);
  }

  filled(): void {
    this.#on.filled();
  }

  check(): number {
    return this.#on.check();
  }

  /** Fills an empty book as this one was filled, and warms it up. */
  prepare(book: DrawnOn): void {
    this.#do(book, 0, RESTING);
    book.filled();
    this.#do(book, RESTING, RESTING + this.#warmUp);
  }

  /** Does to a book that has been prepared what was done to this one. */
  replay(book: DrawnOn): void {
    this.#do(book, RESTING + this.#warmUp, this.#length);
  }

  #do(book: DrawnOn, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const number = this.#numbers[at]!;
      const kind = this.#kinds[at];
      if (kind === CANCEL) book.cancel(number);
      else book.place(this.#sides[at] === 1, number, this.#lots[at]!, kind === REST);
    }
  }
}
