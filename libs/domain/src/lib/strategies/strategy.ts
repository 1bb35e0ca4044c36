import type { CandleClosed } from '../events/market-event.ts';
import type { TradingEvent } from '../events/trading-event.ts';
import type { SpotInstrument } from '../instruments/instrument.ts';
import type { Intent } from '../intents/order-intent.ts';
import type { Json } from '../json/json.ts';
import type { OrderRequest } from '../orders/order-request.ts';
import type { Position } from '../portfolio/position.ts';
import type { Interval } from '../time/interval.ts';

/** What a strategy listens to. Timers, results and its own orders reach it without being declared. */
export type StrategyInput =
  | { readonly kind: 'candles'; readonly symbol: string; readonly interval: Interval }
  | { readonly kind: 'book'; readonly symbol: string }
  | { readonly kind: 'trades'; readonly symbol: string };

/** An order of the strategy's own, as it may see it. */
export interface SlotOrder {
  readonly slot: string;
  readonly symbol: string;
  readonly request: OrderRequest;
  /** Lots filled so far. */
  readonly filled: number;
  readonly state: 'waiting' | 'pendingNew' | 'open' | 'pendingCancel' | 'unknown';
}

/**
 * What a strategy may know when it decides: nothing later than `time`. Facts belong to one decision; the same object
 * may tell the next one.
 */
export interface StrategyFacts {
  readonly time: number;
  /** What caused this decision; for a time slice, the event that completed it. */
  readonly trigger: TradingEvent;
  /** The strategy's slot that the trigger is about; null for anything but a report on one of its own orders. */
  readonly slot: string | null;
  /**
   * The newest closed bar of each candle input, in the order of the candle inputs; null before the first. A bar
   * whose `time` is earlier than the decision's was not due now (a higher interval), or is missing.
   */
  readonly candles: readonly (CandleClosed | null)[];
  /** Quote that no order has reserved, of this strategy's own allocation. */
  readonly cash: number;
  /** Cash and positions of this strategy, marked. */
  readonly equity: number;
  position(symbol: string): Position;
  instrument(symbol: string): SpotInstrument;
  order(slot: string): SlotOrder | undefined;
  orders(): readonly SlotOrder[];
}

/** What one decision comes to. */
export interface Decision {
  /** The state to come back with; the same object where nothing changed. */
  readonly state: Json;
  readonly intents: readonly Intent[];
}

/**
 * Where a strategy's protection lies: `position` gives every filled entry a stop that rests on the exchange;
 * `inventory` watches the whole holding at each close and sells it at once, for strategies whose own sells rest.
 */
export type ProtectionScope = 'position' | 'inventory';

/** A strategy bound to its parameters and markets: a pure function with plain state. */
export interface Strategy {
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly StrategyInput[];
  readonly protection: ProtectionScope;
  /** Whether it wants to decide on reports about its own orders as well. */
  readonly wantsOrderEvents: boolean;
  readonly initialState: Json;
  decide(state: Json, facts: StrategyFacts): Decision;
}
