import { price, quantity } from '@org/domain';
import { unitsOf } from '../../src/lib/exchange/accounts/units.ts';
import { Trader } from '../../src/lib/exchange/accounts/trader.ts';
import { cancelOrder } from '../../src/lib/exchange/desk/cancelling.ts';
import { MatchingEngine } from '../../src/lib/exchange/desk/matching-engine.ts';
import { Listings } from '../../src/lib/exchange/listing/listings.ts';
import type { Seat } from '../../src/lib/exchange/listing/seat.ts';
import type { LiveOrder } from '../../src/lib/exchange/orders/live-order.ts';
import type { OrderTerms } from '../../src/lib/exchange/orders/order-terms.ts';
import { Tape } from '../../src/lib/exchange/tape/tape.ts';
import { account, RULES } from './rules.ts';
import type { DrawnOn } from './session.ts';
import { ACCOUNTS } from './session.ts';

/** Hears everything that the engine tells, and makes no object of it. */
class CountingTape extends Tape {
  told = 0;

  constructor() {
    super(() => undefined);
  }

  override report(order: LiveOrder): void {
    this.told += order.executed;
  }

  override trade(): void {
    this.told++;
  }

  override level(): void {
    this.told++;
  }

  override balances(): void {
    this.told++;
  }
}

const START = 1_700_000_000_000;
const DEPOSIT = 8_000_000_000_000_000n;

/** The matching engine with ten funded accounts: orders on the grid, names, balances, fees, and what is told of it. */
export class Crowd implements DrawnOn {
  readonly #engine: MatchingEngine;
  readonly #seats: readonly Seat[];
  #orders = 0;

  constructor(telling: 'tape' | 'objects') {
    this.#engine = new MatchingEngine(telling === 'tape' ? new CountingTape() : new Tape(() => undefined));
    this.#seats = seatsFor(this.#engine);
  }

  place(isBuy: boolean, at: number, lots: number, isResting: boolean): number | null {
    const now = START + this.#orders;
    const terms = termsOf(isBuy, at, lots, isResting);
    const taken = this.#engine.place(this.#seats[this.#orders++ % ACCOUNTS]!, terms, now);
    if (taken.kind === 'refused') throw new Error(taken.refusal.reason);
    const id = taken.order.level === null ? null : taken.order.id;
    this.#engine.finish(now);
    return id;
  }

  cancel(id: number): void {
    const order = this.#listing.orders.get(id);
    if (order === undefined) throw new Error('An order that is open was not found.');
    cancelOrder(this.#engine.floor, order, 'cancel', START + this.#orders);
    this.#engine.finish(START + this.#orders);
  }

  isOpen(id: number): boolean {
    return this.#listing.orders.get(id) !== undefined;
  }

  touch(isBuy: boolean): number | null {
    return this.#listing.book.otherSide(isBuy).best?.price ?? null;
  }

  filled(): void {
    // Nothing more to prepare.
  }

  /** Every unit that was deposited is in a balance or a fee, and the book is not crossed. Gives the trades so far. */
  check(): number {
    const fees = new Map(this.#engine.floor.ledger.feesTaken().map(({ asset, amount }) => [asset, amount]));
    for (const side of ['base', 'quote'] as const) {
      const held = this.#seats.reduce(
        (sum, seat) => sum + BigInt(seat[side].free) + BigInt(seat[side].locked),
        0n,
      );
      const fee = fees.get(this.#listing.rules[side].code) ?? 0n;
      if (held + fee !== DEPOSIT * BigInt(ACCOUNTS)) throw new Error(`${side} does not add up.`);
    }
    if ((this.touch(false) ?? 0) >= (this.touch(true) ?? Infinity)) throw new Error('The book is crossed.');
    return this.#listing.nextTradeId - 1;
  }

  get #listing() {
    return this.#seats[0]!.listing;
  }
}

function seatsFor(engine: MatchingEngine): Seat[] {
  const emit = () => undefined;
  const listings = new Listings({ symbols: [RULES], accounts: [], emit, averagePrice: () => null });
  return Array.from({ length: ACCOUNTS }, (_, index) => {
    const seat = listings.require(RULES.symbol).seatOf(new Trader(account(`account-${index}`)));
    engine.floor.ledger.deposit(seat.base, unitsOf(DEPOSIT));
    engine.floor.ledger.deposit(seat.quote, unitsOf(DEPOSIT));
    return seat;
  });
}

function termsOf(isBuy: boolean, at: number, lots: number, isResting: boolean): OrderTerms {
  return {
    clientOrderId: null,
    side: isBuy ? 'buy' : 'sell',
    type: 'limit',
    timeInForce: isResting ? 'gtc' : 'ioc',
    price: price(at),
    stopPrice: null,
    trailingDeltaBips: null,
    quantity: quantity(lots),
    quoteQuantity: null,
    icebergQuantity: null,
    selfTradePrevention: 'none',
    strategyId: null,
    strategyType: null,
  };
}
