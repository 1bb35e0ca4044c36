import type { Amount, Order, Position, ProtectionScope, SpotInstrument } from '@org/domain';
import { amount, amountValue } from '@org/domain';
import type { OrderView, RiskState } from '@org/risk';
import { claimOf, freeCash, isOn, predecessorsOf, sellableUnits } from '../orders/free-funds.ts';
import { positionOf } from '../portfolio/position.ts';
import { workerEquity } from '../portfolio/equity.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';

const NONE: readonly Order[] = [];
const NOT_KNOWN = Number.NaN;

/** What risk looks at before it approves an order of this strategy in this market. Worked out when it is looked at. */
export function orderView(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  replaced: Order | null,
): OrderView {
  return new TurnView(desk, turn, seat, market, replaced);
}

/** An exit is held against half as many limits as an entry, and then most of this is not asked for. */
class TurnView implements OrderView {
  declare private readonly desk: Desk;
  declare private readonly turn: Turn;
  declare private readonly seat: Seat;
  declare private readonly market: Market;
  declare private readonly replaced: Order | null;
  /** The orders that the new one takes the place of. */
  declare private readonly gone: readonly Order[];
  /** What risk asks for twice, once it is known: nothing changes while risk looks. */
  private knownCash: Amount | null = null;
  private knownSellable: Amount | null = null;
  private knownExposure = NOT_KNOWN;

  constructor(desk: Desk, turn: Turn, seat: Seat, market: Market, replaced: Order | null) {
    this.desk = desk;
    this.turn = turn;
    this.seat = seat;
    this.market = market;
    this.replaced = replaced;
    this.gone = replaced === null ? NONE : [replaced, ...predecessorsOf(turn.state, replaced)];
  }

  get time(): number {
    return this.turn.time;
  }

  get instrument(): SpotInstrument {
    return this.market.instrument;
  }

  get markPrice(): number {
    return this.turn.state.marks[this.market.index] ?? Number.NaN;
  }

  get equity(): number {
    return this.turn.equity;
  }

  get strategyEquity(): number {
    const { workers, marks } = this.turn.state;
    const worker = workers[this.seat.index];
    return worker === undefined ? 0 : workerEquity(this.desk, worker, marks);
  }

  get cash(): Amount {
    return this.knownCash === null ? this.countCash() : this.knownCash;
  }

  get sellable(): Amount {
    return this.knownSellable === null ? this.countSellable() : this.knownSellable;
  }

  get position(): Position {
    return positionOf(this.turn.state, this.seat, this.market.instrument.symbol);
  }

  get protection(): ProtectionScope {
    return this.seat.strategy.protection;
  }

  get exposure(): number {
    // A market without a price has none, which is worked out each time.
    return this.knownExposure === this.knownExposure ? this.knownExposure : this.countExposure();
  }

  /** A replacement that waits is counted by the order that it waits for. */
  get openEntryOrders(): number {
    let count = 0;
    for (const order of this.turn.entries) {
      if (order.state.kind !== 'waiting' && !this.gone.includes(order)) count += 1;
    }
    return count;
  }

  get risk(): RiskState {
    return this.turn.state.risk;
  }

  private countCash(): Amount {
    const free = freeCash(this.desk, this.turn, this.seat);
    this.knownCash = this.replaced?.request.side === 'buy' ? this.withFreed(free) : free;
    return this.knownCash;
  }

  private countSellable(): Amount {
    const free = sellableUnits(this.desk, this.turn, this.seat, this.market);
    this.knownSellable = this.replaced?.request.side === 'sell' ? this.withFreed(free) : free;
    return this.knownSellable;
  }

  private countExposure(): number {
    const { index, instrument } = this.market;
    const held = (this.turn.state.account.sizes[index] ?? 0) * this.markPrice;
    this.knownExposure = held + amountValue(this.reserved(), instrument.quote);
    return this.knownExposure;
  }

  /** What the entries of the market have reserved; one that waits costs what it needs beyond those that it replaces. */
  private reserved(): Amount {
    const { desk, turn, market, gone } = this;
    const { entries } = turn;
    const claimed = turn.tally('entries', market.index);
    for (; claimed.counted < entries.length; claimed.counted++) {
      const order = entries[claimed.counted];
      if (order !== undefined && isOn(order, market)) claimed.sum += claimOf(desk, turn.state, order);
    }
    let reserved = claimed.sum;
    for (const order of gone) {
      if (order.purpose === 'entry' && isOn(order, market)) reserved -= claimOf(desk, turn.state, order);
    }
    return amount(reserved);
  }

  /** What is free, and what the orders that are gone have held back. */
  private withFreed(free: Amount): Amount {
    let freed: bigint = free;
    for (const order of this.gone) freed += claimOf(this.desk, this.turn.state, order);
    return amount(freed);
  }
}
