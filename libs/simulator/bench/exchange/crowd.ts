import { price, quantity } from '@org/domain';
import { SeededRng } from '../../src/index.ts';
import { unitsOf } from '../../src/lib/exchange/accounts/units.ts';
import { Trader } from '../../src/lib/exchange/accounts/trader.ts';
import { cancelOrder } from '../../src/lib/exchange/desk/cancelling.ts';
import { MatchingEngine } from '../../src/lib/exchange/desk/matching-engine.ts';
import { Listings } from '../../src/lib/exchange/listing/listings.ts';
import type { Seat } from '../../src/lib/exchange/listing/seat.ts';
import type { LiveOrder } from '../../src/lib/exchange/orders/live-order.ts';
import type { OrderTerms } from '../../src/lib/exchange/orders/order-terms.ts';
import { Tape } from '../../src/lib/exchange/tape/tape.ts';
import { OpenIds } from './open-ids.ts';
import { account, RULES } from './rules.ts';

const RESTING = 100_000;
const ACCOUNTS = 10;
const SEED = 7;
const MIDDLE = 5_000_000;

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

/** A book of resting orders of ten funded accounts, ready for operations drawn from the seed. */
export function crowd(telling: 'tape' | 'objects'): (operations: number) => void {
  const open = new OpenIds();
  const engine = new MatchingEngine(telling === 'tape' ? new CountingTape() : new Tape(() => undefined));
  const seats = seatsFor(engine);
  const rng = new SeededRng(SEED);
  const { book, orders } = seats[0]!.listing;
  let count = 0;

  const place = (isBuy: boolean, at: number, lots: number, timeInForce: 'gtc' | 'ioc') => {
    const now = 1_700_000_000_000 + count;
    const taken = engine.place(seats[count % ACCOUNTS]!, termsOf(count++, isBuy, at, lots, timeInForce), now);
    if (taken.kind === 'refused') throw new Error(taken.refusal.reason);
    if (taken.order.level !== null) open.add(taken.order.id);
    engine.finish(now);
  };
  const rest = () => {
    const isBuy = rng.uniform() < 0.5;
    const behind = 1 + Math.floor(-Math.log(1 - rng.uniform()) * 300);
    const touch = (isBuy ? book.asks : book.bids).best?.price ?? MIDDLE;
    place(isBuy, isBuy ? touch - behind : touch + behind, 1 + Math.floor(rng.uniform() * 1_000), 'gtc');
  };
  const take = () => {
    const isBuy = rng.uniform() < 0.5;
    place(isBuy, isBuy ? MIDDLE + 100_000 : MIDDLE - 100_000, 1 + Math.floor(rng.uniform() * 2_000), 'ioc');
  };
  const cancel = () => {
    const id = open.take(rng.uniform(), (candidate) => orders.get(candidate) !== undefined);
    const order = orders.get(id);
    if (order === undefined) throw new Error('An order that is open was not found.');
    cancelOrder(engine.floor, order, 'cancel', 1_700_000_000_000 + count);
    engine.finish(1_700_000_000_000 + count);
  };

  for (let resting = 0; resting < RESTING; resting++) rest();
  return (operations) => {
    for (let done = 0; done < operations; done++) {
      const kind = rng.uniform();
      if (kind < 0.55) rest();
      else if (kind < 0.9) cancel();
      else take();
    }
    check(engine, seats);
  };
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

const DEPOSIT = 8_000_000_000_000_000n;

function termsOf(
  number: number,
  isBuy: boolean,
  at: number,
  lots: number,
  timeInForce: 'gtc' | 'ioc',
): OrderTerms {
  return {
    clientOrderId: `o${number}`,
    side: isBuy ? 'buy' : 'sell',
    type: 'limit',
    timeInForce,
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

/** Every unit that was deposited is in a balance or a fee, and the book is not crossed. */
function check({ floor }: MatchingEngine, seats: readonly Seat[]): void {
  const fees = new Map(floor.ledger.feesTaken().map(({ asset, amount }) => [asset, amount]));
  for (const side of ['base', 'quote'] as const) {
    const held = seats.reduce((sum, seat) => sum + BigInt(seat[side].free) + BigInt(seat[side].locked), 0n);
    const fee = fees.get(seats[0]!.listing.rules[side].code) ?? 0n;
    if (held + fee !== DEPOSIT * BigInt(seats.length)) throw new Error(`${side} does not add up.`);
  }
  const { bids, asks } = seats[0]!.listing.book;
  if ((bids.best?.price ?? 0) >= (asks.best?.price ?? Infinity)) throw new Error('The book is crossed.');
}
