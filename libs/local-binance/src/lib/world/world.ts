import type { Clock } from '@org/domain';
import type { Exchange, ExchangeEvent } from '@org/simulator';
import type { OrderCounts } from '../limits/order-counts.ts';
import type { RequestLimits } from '../limits/request-limits.ts';
import type { Records } from '../records/records.ts';
import type { ApiKeys } from '../security/api-key.ts';

/** A reading of time in ms UTC. */
export type Time = Pick<Clock, 'now'>;

/** Everything an endpoint can know or change. */
export interface World {
  readonly exchange: Exchange;
  /** What has happened: everything that the exchange itself forgets. */
  readonly records: Records;
  /** Who may call in whose name. */
  readonly keys: ApiKeys;
  /** How many unfilled orders each account has placed of late. */
  readonly orderCounts: OrderCounts;
  /** How much each address may ask for, and has asked for of late. */
  readonly requestLimits: RequestLimits;
  /** Of the market: transactions, candles, events. It runs at the market's speed. */
  readonly marketTime: Clock;
  /** Of the protocol: timestamps, limits, pings. It is real unless told otherwise. */
  readonly protocolTime: Clock;
  /** Calls `listener` with each event, after the records have it. Gives what ends that. */
  listen(listener: (event: ExchangeEvent) => void): () => void;
  /** Calls `listener` when a request or a stretch of market time has told all its events. Gives what ends that. */
  whenSettled(listener: () => void): () => void;
}
