import type { Candle } from '../candles/candle.ts';
import type { Interval } from '../time/interval.ts';
import type { Instrument } from '../instruments/instrument.ts';

/** A bar is complete. `time` is its close: open time plus interval. */
export interface CandleClosed {
  readonly kind: 'candleClosed';
  readonly time: number;
  readonly symbol: string;
  readonly interval: Interval;
  readonly candle: Candle;
  /** Indicator values at this bar and before it, laid out by the session's indicator plan; NaN before warm-up. */
  readonly values: BarValues;
}

/** Numbers by their address: a list, or something that is read like one. */
export interface BarValues {
  at(address: number): number | undefined;
}

/** The deadline of a time slice has passed, and these bars did not come: decide without them. */
export interface CandlesMissing {
  readonly kind: 'candlesMissing';
  readonly time: number;
  readonly missing: readonly { readonly symbol: string; readonly interval: Interval }[];
}

/** One level of an order book: price in quote per base, quantity in base. */
export interface BookLevel {
  readonly price: number;
  readonly quantity: number;
}

/** The best levels of a book, best first. */
export interface BookChanged {
  readonly kind: 'bookChanged';
  readonly time: number;
  readonly symbol: string;
  readonly updateId: number;
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
}

/** Somebody traded: `price` in quote per base, `quantity` in base. */
export interface Traded {
  readonly kind: 'traded';
  readonly time: number;
  readonly symbol: string;
  readonly tradeId: number;
  readonly price: number;
  readonly quantity: number;
  /** Who crossed the spread. */
  readonly aggressor: 'buy' | 'sell';
}

/** The exchange changed the rules of a market. */
export interface InstrumentChanged {
  readonly kind: 'instrumentChanged';
  readonly time: number;
  readonly instrument: Instrument;
}

/** What a market does. */
export type MarketEvent = CandleClosed | CandlesMissing | BookChanged | Traded | InstrumentChanged;
