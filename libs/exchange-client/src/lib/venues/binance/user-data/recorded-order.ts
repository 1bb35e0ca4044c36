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
  /** When it last changed, as the exchange has it: ms UTC. */
  readonly time: number;
}
