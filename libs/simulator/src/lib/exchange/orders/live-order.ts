import type { Holding } from '../accounts/holding.ts';
import type { Units } from '../accounts/units.ts';
import type { ExchangeOrderStatus, ExpiryReason } from '../exchange-order.ts';
import type { Seat } from '../listing/seat.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { Trail } from '../triggers/trail.ts';
import type { OrderTerms } from './order-terms.ts';

/** An open order, changed in place as it lives. It links itself into the queue that it stands in. */
export class LiveOrder {
  id: number;
  seat: Seat;
  isBuy: boolean;
  createdAt: number;
  terms: OrderTerms;
  clientOrderId: string;
  /** Where it is looked for by its name. */
  nameHash = 0;
  quantity: number;
  executed = 0;
  executedQuote: Units = 0;
  prevented = 0;
  status: ExchangeOrderStatus = 'new';
  expiryReason: ExpiryReason | null = null;
  updatedAt: number;
  workingSince: number | null = null;
  /** The price that its cost is reckoned with: its limit, or for a stop at the market its stop price, or the last. */
  pricedAt: number;
  /** What is held back for it, of the asset that it pays with. */
  locked: Units = 0;
  amendments = 0;
  list: OrderList | null = null;
  trail: Trail | null = null;

  level: PriceLevel | null = null;
  before: LiveOrder | null = null;
  after: LiveOrder | null = null;
  /** What of it everybody sees while it stands in the book. */
  shown = 0;
  /** When it came to stand where it stands, in counts of its symbol's queues; 0 before that. */
  place = 0;

  constructor(id: number, seat: Seat, terms: OrderTerms, now: number) {
    this.id = id;
    this.seat = seat;
    this.isBuy = terms.side === 'buy';
    this.createdAt = now;
    this.terms = terms;
    this.clientOrderId = terms.clientOrderId;
    this.quantity = terms.quantity ?? 0;
    this.pricedAt = terms.price ?? terms.stopPrice ?? seat.listing.lastPrice ?? 0;
    this.updatedAt = now;
  }

  /** Becomes another order. */
  begin(id: number, seat: Seat, terms: OrderTerms, now: number): void {
    this.id = id;
    this.seat = seat;
    this.isBuy = terms.side === 'buy';
    this.createdAt = now;
    this.terms = terms;
    this.clientOrderId = terms.clientOrderId;
    this.quantity = terms.quantity ?? 0;
    this.executed = 0;
    this.executedQuote = 0;
    this.prevented = 0;
    this.status = 'new';
    this.expiryReason = null;
    this.updatedAt = now;
    this.workingSince = null;
    this.pricedAt = terms.price ?? terms.stopPrice ?? seat.listing.lastPrice ?? 0;
    this.locked = 0;
    this.amendments = 0;
    this.list = null;
    this.trail = null;
    this.shown = 0;
    this.place = 0;
  }

  get remaining(): number {
    return this.quantity - this.executed - this.prevented;
  }

  get isOpen(): boolean {
    return this.status === 'new' || this.status === 'partiallyFilled' || this.status === 'pendingNew';
  }

  /** Where what it pays comes from. */
  get paysFrom(): Holding {
    return this.isBuy ? this.seat.quote : this.seat.base;
  }

  /** Where what it receives goes. */
  get receivesIn(): Holding {
    return this.isBuy ? this.seat.base : this.seat.quote;
  }
}
