import type { Amount } from '@org/domain';
import { amount, price } from '@org/domain';
import type { Bar } from './bar.ts';
import { ExactTotal } from './exact-total.ts';

const OPEN_TIME = 0;
const OPEN = 1;
const HIGH = 2;
const LOW = 3;
const CLOSE = 4;
const VOLUME = 5;
const QUOTE_VOLUME = 6;
const TAKER_VOLUME = 7;
const TAKER_QUOTE_VOLUME = 8;
const TRADE_COUNT = 9;
const FIRST_TRADE_ID = 10;
const LAST_TRADE_ID = 11;
const WIDTH = 12;

/**
 * The latest bars that are over, up to a bound: with each new one beyond it, the oldest is forgotten. Their numbers lie
 * in one row of doubles a bar, in memory that is taken for all of them with the first: a market that has run for a month
 * holds no more than one that has run for an hour. A volume that no double holds exactly lies beside it, by its cell.
 */
export class ClosedBars {
  readonly #bound: number;
  #cells = new Float64Array(0);
  readonly #large = new Map<number, bigint>();
  #size = 0;
  /** Where the oldest is, once the bound is reached. */
  #start = 0;

  constructor(bound: number) {
    this.#bound = bound;
  }

  get size(): number {
    return this.#size;
  }

  push(bar: Bar): void {
    if (this.#size === 0) this.#cells = new Float64Array(this.#bound * WIDTH);
    if (this.#size < this.#bound) this.#put(this.#size++, bar);
    else {
      this.#put(this.#start, bar);
      this.#start = (this.#start + 1) % this.#bound;
    }
  }

  /** By age: 0 is the oldest. Undefined for what does not exist. */
  at(index: number): Bar | undefined {
    if (index < 0 || index >= this.#size) return undefined;
    const cell = this.#cell(index);
    return {
      openTime: this.#read(cell + OPEN_TIME),
      open: price(this.#read(cell + OPEN)),
      high: price(this.#read(cell + HIGH)),
      low: price(this.#read(cell + LOW)),
      close: price(this.#read(cell + CLOSE)),
      volume: this.#amount(cell + VOLUME),
      quoteVolume: this.#amount(cell + QUOTE_VOLUME),
      takerVolume: this.#amount(cell + TAKER_VOLUME),
      takerQuoteVolume: this.#amount(cell + TAKER_QUOTE_VOLUME),
      tradeCount: this.#read(cell + TRADE_COUNT),
      firstTradeId: this.#read(cell + FIRST_TRADE_ID),
      lastTradeId: this.#read(cell + LAST_TRADE_ID),
    };
  }

  /** From an index up to and without another; what does not exist is left out. */
  slice(from: number, to: number): readonly Bar[] {
    const bars: Bar[] = [];
    for (let index = Math.max(0, from); index < to; index += 1) {
      const bar = this.at(index);
      if (bar === undefined) break;
      bars.push(bar);
    }
    return bars;
  }

  /** One bar of those from an index up to and without another; null for none. */
  total(from: number, to: number): Bar | null {
    const [first, last] = [this.at(from), this.at(to - 1)];
    if (from >= to || first === undefined || last === undefined) return null;
    let { high, low } = first;
    for (let index = from; index < to; index += 1) {
      const cell = this.#cell(index);
      if (this.#read(cell + HIGH) > high) high = price(this.#read(cell + HIGH));
      if (this.#read(cell + LOW) < low) low = price(this.#read(cell + LOW));
    }
    return {
      openTime: first.openTime,
      open: first.open,
      high,
      low,
      close: last.close,
      volume: this.#sum(VOLUME, from, to),
      quoteVolume: this.#sum(QUOTE_VOLUME, from, to),
      takerVolume: this.#sum(TAKER_VOLUME, from, to),
      takerQuoteVolume: this.#sum(TAKER_QUOTE_VOLUME, from, to),
      tradeCount: Number(this.#sum(TRADE_COUNT, from, to)),
      firstTradeId: first.firstTradeId,
      lastTradeId: last.lastTradeId,
    };
  }

  /** The index of the first bar that opens at a time or after it; the size where there is none. */
  firstAt(timeMs: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#read(this.#cell(middle) + OPEN_TIME) < timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Puts another in the place of each bar. */
  replaceAll(replace: (bar: Bar) => Bar): void {
    for (const [index, bar] of this.slice(0, this.#size).entries()) {
      this.#put((this.#start + index) % this.#bound, replace(bar));
    }
  }

  #read(cell: number): number {
    return this.#cells[cell] ?? NaN;
  }

  #cell(index: number): number {
    return ((this.#start + index) % this.#bound) * WIDTH;
  }

  #put(row: number, bar: Bar): void {
    const cells = this.#cells;
    const cell = row * WIDTH;
    cells[cell + OPEN_TIME] = bar.openTime;
    cells[cell + OPEN] = bar.open;
    cells[cell + HIGH] = bar.high;
    cells[cell + LOW] = bar.low;
    cells[cell + CLOSE] = bar.close;
    cells[cell + TRADE_COUNT] = bar.tradeCount;
    cells[cell + FIRST_TRADE_ID] = bar.firstTradeId;
    cells[cell + LAST_TRADE_ID] = bar.lastTradeId;
    this.#putAmount(cell + VOLUME, bar.volume);
    this.#putAmount(cell + QUOTE_VOLUME, bar.quoteVolume);
    this.#putAmount(cell + TAKER_VOLUME, bar.takerVolume);
    this.#putAmount(cell + TAKER_QUOTE_VOLUME, bar.takerQuoteVolume);
  }

  #putAmount(cell: number, units: Amount): void {
    if (units <= Number.MAX_SAFE_INTEGER) {
      this.#cells[cell] = Number(units);
      this.#large.delete(cell);
    } else {
      this.#cells[cell] = NaN;
      this.#large.set(cell, units);
    }
  }

  #amount(cell: number): Amount {
    const units = this.#read(cell);
    return amount(Number.isNaN(units) ? (this.#large.get(cell) ?? 0n) : BigInt(units));
  }

  #sum(column: number, from: number, to: number): Amount {
    const total = new ExactTotal();
    for (let index = from; index < to; index += 1) {
      const cell = this.#cell(index) + column;
      const units = this.#read(cell);
      if (Number.isNaN(units)) total.addLarge(this.#large.get(cell) ?? 0n);
      else total.add(units);
    }
    return total.amount;
  }
}
