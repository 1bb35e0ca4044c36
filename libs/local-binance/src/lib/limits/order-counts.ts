import type { ExchangeEvent } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import { ClockWindow } from './clock-window.ts';

/** How many unfilled orders an account may place in each stretch of the clock. */
export interface OrderCountLimit {
  readonly interval: 'SECOND' | 'MINUTE' | 'HOUR' | 'DAY';
  readonly intervalNum: number;
  readonly limit: number;
}

/** The exchange's own limits. */
const ORDER_COUNT_LIMITS: readonly OrderCountLimit[] = [
  { interval: 'SECOND', intervalNum: 10, limit: 100 },
  { interval: 'DAY', intervalNum: 1, limit: 200_000 },
];

/** A limit and how much of it is used. */
export interface OrderCount extends OrderCountLimit {
  readonly count: number;
}

const INTERVAL_MS = { SECOND: 1000, MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 } as const;

/** What the first trade of an order takes off: orders that have rested are worth more. */
const TAKER_CREDIT = 1;
const MAKER_CREDIT = 5;

/**
 * Counts orders by account: one for each that is placed, taken off again by its first trade, never below 0. Each limit
 * starts anew on the clock, whatever was in it. Times are protocol times.
 */
export class OrderCounts {
  readonly limits: readonly OrderCountLimit[];
  readonly #windows: readonly { readonly limit: OrderCountLimit; readonly window: ClockWindow }[];

  constructor(limits: readonly OrderCountLimit[] = ORDER_COUNT_LIMITS) {
    this.limits = limits;
    this.#windows = limits.map((limit) => ({
      limit,
      window: new ClockWindow(limit.intervalNum * INTERVAL_MS[limit.interval]),
    }));
  }

  /** That `orders` more are too many; null where there is room for them. */
  exceeded(accountId: string, orders: number, nowMs: number): BinanceError | null {
    const full = this.#windows.find(
      ({ limit, window }) => window.count(accountId, nowMs) + orders > limit.limit,
    );
    if (full === undefined) return null;
    const { limit, intervalNum, interval } = full.limit;
    return {
      ...binanceError(
        -1015,
        `Too many new orders; current limit is ${limit} orders per ${intervalNum} ${interval}.`,
        429,
      ),
      retryAfterS: Math.ceil((full.window.endMs(nowMs) - nowMs) / 1000),
    };
  }

  add(accountId: string, orders: number, nowMs: number): void {
    for (const { window } of this.#windows) window.add(accountId, orders, nowMs);
  }

  subtract(accountId: string, orders: number, nowMs: number): void {
    for (const { window } of this.#windows) {
      window.add(accountId, -Math.min(orders, window.count(accountId, nowMs)), nowMs);
    }
  }

  /** Hears of first trades. */
  take(event: ExchangeEvent, nowMs: number): void {
    if (event.kind !== 'orderReport' || event.fill === null) return;
    const { fill, order } = event;
    if (order.executed !== fill.quantity) return;
    this.subtract(order.accountId, fill.isMaker ? MAKER_CREDIT : TAKER_CREDIT, nowMs);
  }

  counts(accountId: string, nowMs: number): readonly OrderCount[] {
    return this.#windows.map(({ limit, window }) => ({ ...limit, count: window.count(accountId, nowMs) }));
  }
}
