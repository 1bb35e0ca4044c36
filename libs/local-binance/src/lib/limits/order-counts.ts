import type { ExchangeEvent } from '@org/simulator';

/** How many unfilled orders an account may place in each stretch of the clock. */
export interface OrderCountLimit {
  readonly interval: 'SECOND' | 'MINUTE' | 'HOUR' | 'DAY';
  readonly intervalNum: number;
  readonly limit: number;
}

/** The exchange's own limits. */
export const ORDER_COUNT_LIMITS: readonly OrderCountLimit[] = [
  { interval: 'SECOND', intervalNum: 10, limit: 100 },
  { interval: 'DAY', intervalNum: 1, limit: 200_000 },
];

/** A limit and how much of it is used. */
export interface OrderCount extends OrderCountLimit {
  readonly count: number;
}

const INTERVAL_MS = { SECOND: 1000, MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 } as const;

/** What the first trade of an order takes off: resting orders are worth more. */
const TAKER_CREDIT = 1;
const MAKER_CREDIT = 5;

interface Window {
  readonly limit: OrderCountLimit;
  readonly lengthMs: number;
  index: number;
  count: number;
}

/**
 * Counts orders by account: one for each that is placed, taken off again by its first trade, never below 0. Windows
 * start anew on the clock, whatever was in them.
 */
export class OrderCounts {
  readonly limits: readonly OrderCountLimit[];
  readonly #windows = new Map<string, readonly Window[]>();

  constructor(limits: readonly OrderCountLimit[] = ORDER_COUNT_LIMITS) {
    this.limits = limits;
  }

  /** The limit that `orders` more would exceed; null where there is room for them. `nowMs` is protocol time. */
  exceededBy(accountId: string, orders: number, nowMs: number): OrderCountLimit | null {
    const full = this.#current(accountId, nowMs).find(({ count, limit }) => count + orders > limit.limit);
    return full?.limit ?? null;
  }

  add(accountId: string, orders: number, nowMs: number): void {
    for (const window of this.#current(accountId, nowMs)) window.count += orders;
  }

  /** Takes orders back that were counted and then refused. */
  subtract(accountId: string, orders: number, nowMs: number): void {
    for (const window of this.#current(accountId, nowMs)) window.count = Math.max(0, window.count - orders);
  }

  /** Hears of first trades. */
  take(event: ExchangeEvent, nowMs: number): void {
    if (event.kind !== 'orderReport' || event.fill === null) return;
    const { fill, order } = event;
    if (order.executed !== fill.quantity) return;
    this.subtract(order.accountId, fill.isMaker ? MAKER_CREDIT : TAKER_CREDIT, nowMs);
  }

  counts(accountId: string, nowMs: number): readonly OrderCount[] {
    return this.#current(accountId, nowMs).map(({ limit, count }) => ({ ...limit, count }));
  }

  #current(accountId: string, nowMs: number): readonly Window[] {
    const windows = this.#windows.get(accountId) ?? this.#open(accountId);
    for (const window of windows) {
      const index = Math.floor(nowMs / window.lengthMs);
      if (index === window.index) continue;
      window.index = index;
      window.count = 0;
    }
    return windows;
  }

  #open(accountId: string): readonly Window[] {
    const windows = this.limits.map((limit) => ({
      limit,
      lengthMs: limit.intervalNum * INTERVAL_MS[limit.interval],
      index: -1,
      count: 0,
    }));
    this.#windows.set(accountId, windows);
    return windows;
  }
}
