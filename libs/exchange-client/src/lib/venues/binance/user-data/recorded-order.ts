import type { Ending } from './order-ending.ts';

/** What outlives the process: which trades of an order have been told. Plain data. */
export interface RecordedOrder {
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly venueOrderId: string | null;
  readonly tradeIds: readonly number[];
  /** What was traded by them, in the base asset's smallest units. */
  readonly booked: string;
  /** How it has ended, once that is told. */
  readonly ending: Ending | null;
  /** Since when its end was told: server time, ms UTC; null before, and while that is being told. */
  readonly overSince: number | null;
}
