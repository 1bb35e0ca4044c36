import type { Interval, StrategyInput } from '@org/domain';

type InputOf<K extends StrategyInput['kind']> = Extract<StrategyInput, { readonly kind: K }>;

/** Closed bars of one market and interval. */
export type CandlesInput = InputOf<'candles'>;

/** The order book of one market. */
export type BookInput = InputOf<'book'>;

/** Everybody's trades in one market. */
export type TradesInput = InputOf<'trades'>;

/** Listens to the closed bars of a market; an interval above the lowest one is built from it. */
export function candles(symbol: string, interval: Interval): CandlesInput {
  return { kind: 'candles', symbol, interval };
}

/** Listens to the order book of a market; its changes arrive as `view.trigger`. */
export function book(symbol: string): BookInput {
  return { kind: 'book', symbol };
}

/** Listens to the trades of a market; they arrive as `view.trigger`. */
export function trades(symbol: string): TradesInput {
  return { kind: 'trades', symbol };
}
