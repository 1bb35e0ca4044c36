import type { Candle, CandleClosed, Position, SlotOrder, SpotInstrument, TradingEvent } from '@org/domain';
import type { IndicatorRequest, IndicatorValues } from '../definition/indicator.ts';
import type { CandlesInput } from '../definition/inputs.ts';

/** The names of the inputs that bring bars. */
export type CandlesName<I> = {
  [K in keyof I & string]: I[K] extends CandlesInput ? K : never;
}[keyof I & string];

/** Indicator values by the names that the strategy gave; NaN where there is no value yet. */
export type IndicatorRow<X> = {
  readonly [K in keyof X]: X[K] extends IndicatorRequest<infer N> ? IndicatorValues<N> : never;
};

/** The newest closed bar by the name of the input; undefined before the first. */
export type NewestCandles<I> = { readonly [K in CandlesName<I>]: Candle | undefined };

/** What caused a decision. The values of a bar are read from the view, by name. */
export type Trigger = Exclude<TradingEvent, CandleClosed> | Omit<CandleClosed, 'values'>;

/**
 * What a strategy may know when it decides: nothing later than `time`, nothing of other strategies, and nothing that
 * it could change. A view belongs to one decision.
 */
export interface StrategyView<P, I, X> {
  /** When the decision is taken, in ms UTC: a bar's close, a fill, a timer. */
  readonly time: number;
  readonly trigger: Trigger;
  /** The slot of the strategy's own order that the trigger is about; null where it is about none. */
  readonly slot: string | null;
  readonly parameters: P;
  /** The session's first symbol, which intents take that name none. */
  readonly symbol: string;
  readonly candles: NewestCandles<I>;
  /** Values at the newest closed bar of each indicator's input. */
  readonly now: IndicatorRow<X>;
  /** Values one bar earlier. */
  readonly before: IndicatorRow<X>;
  /**
   * Values `bars` bars earlier; 0 is `now`.
   * @throws LookBackError beyond the strategy's `lookBack`.
   */
  ago(bars: number): IndicatorRow<X>;
  /** Whether a bar of this input closed at `time`; false between the closes of a higher interval, or if it is missing. */
  isNew(input: CandlesName<I>): boolean;
  /** What is held of the main symbol. */
  readonly position: Position;
  positionOf(symbol: string): Position;
  /** Whether nothing is held that could be sold: less than one lot, or worth less than an order must be, is dust. */
  isFlat(symbol?: string): boolean;
  /** Quote that no order has reserved. */
  readonly cash: number;
  /** Cash and positions of this strategy, marked, in quote. */
  readonly equity: number;
  /** The working order of a slot, undefined where there is none. */
  order(slot: string): SlotOrder | undefined;
  /** All working orders of this strategy. */
  readonly orders: readonly SlotOrder[];
  /** The rules of a market; by default of the main symbol. */
  instrument(symbol?: string): SpotInstrument;
}
