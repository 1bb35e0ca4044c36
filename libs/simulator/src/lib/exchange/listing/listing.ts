import type { Trader } from '../accounts/trader.ts';
import type { Price } from '@org/domain';
import type { AveragePrice } from '../exchange.ts';
import type { SymbolFilters } from '../filters/symbol-filters.ts';
import { symbolFilters } from '../filters/symbol-filters.ts';
import { OrderBook } from '../order-book/order-book.ts';
import { OrderRows } from '../orders/order-rows.ts';
import { OrdersById } from '../orders/orders-by-id.ts';
import type { SymbolGrid } from '../symbol-grid.ts';
import type { SymbolRules } from '../symbol-rules.ts';
import type { GatheredLevels } from '../tape/gathered-levels.ts';
import { Triggers } from '../triggers/triggers.ts';
import { Seat } from './seat.ts';
import { Worth } from './worth.ts';

/** A symbol that is traded here. */
export class Listing {
  readonly symbol: string;
  /** All that is listed here, this one included. */
  readonly exchange: readonly Listing[];
  readonly averagePrice: (minutes: number) => AveragePrice | null;
  readonly referencePrice: () => AveragePrice | null;
  rules: SymbolRules;
  grid: SymbolGrid;
  filters: SymbolFilters;
  worth: Worth;
  readonly rows = new OrderRows();
  book = new OrderBook(this.rows);
  triggers = new Triggers(this.rows);
  /** Null before the first trade. */
  lastPrice: Price | null = null;
  nextTradeId = 1;
  nextUpdateId = 1;
  /** Counts whoever joins the back of a queue. */
  nextPlace = 1;
  /** Changes of the book that are to be told together; null where each is told at once. */
  gathered: GatheredLevels | null = null;
  readonly orders = new OrdersById(this.rows);
  readonly seats = new Map<string, Seat>();

  constructor(
    rules: SymbolRules,
    grid: SymbolGrid,
    exchange: readonly Listing[],
    averagePrice: (minutes: number) => AveragePrice | null,
    referencePrice: () => AveragePrice | null,
  ) {
    this.symbol = rules.symbol;
    this.exchange = exchange;
    this.averagePrice = averagePrice;
    this.referencePrice = referencePrice;
    this.rules = rules;
    this.grid = grid;
    this.filters = symbolFilters(rules, grid);
    this.worth = new Worth(grid);
  }

  get isTrading(): boolean {
    return this.rules.status === 'trading';
  }

  seatOf(trader: Trader): Seat {
    const { accountId } = trader.account;
    const known = this.seats.get(accountId);
    if (known !== undefined) return known;
    const seat = new Seat(trader, this);
    this.seats.set(accountId, seat);
    return seat;
  }
}
