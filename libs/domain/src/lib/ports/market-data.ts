import type { Observable } from 'rxjs';
import type { BookChanged } from '../events/market-event.ts';
import type { ConnectionLost, ConnectionRestored } from '../events/session-event.ts';
import type {
  BookLost,
  CandlesAbsent,
  StreamedCandle,
  StreamedTrade,
  TickerChanged,
  TradesAbsent,
} from '../events/stream-event.ts';
import type { Interval } from '../time/interval.ts';

/**
 * From a `connectionLost` on, what a stream told last is old. A `connectionRestored` comes when everything that was
 * missed has been told.
 */
export type ConnectionNews = ConnectionLost | ConnectionRestored;

/** What a stream of candles tells. */
export type CandleNews = StreamedCandle | CandlesAbsent | ConnectionNews;
/** What a stream of trades tells. */
export type TradeNews = StreamedTrade | TradesAbsent | ConnectionNews;
/** What a stream of a book tells. */
export type BookNews = BookChanged | BookLost | ConnectionNews;
/** What a stream of best prices tells. */
export type TickerNews = TickerChanged | ConnectionNews;

/** Where a stream of candles begins. */
export interface CandleOptions {
  /** Tells every bar that opens from here on, ms UTC, those of the past first. Default: from the bar that runs now. */
  readonly fromMs?: number;
}

/**
 * What happens on a market, as it happens. Streams are cold: the first subscriber to one opens it at the source, further
 * ones share that, and the last to leave ends it. They do not end by themselves: a lost connection is told, and comes back.
 */
export interface MarketData {
  /** Closed bars, each once and in order; `values` are empty, for nobody has computed any. */
  candles$(symbol: string, interval: Interval, options?: CandleOptions): Observable<CandleNews>;
  /** Trades as the exchange adds them up: those of one order at one price are one. Each comes once and in order. */
  trades$(symbol: string): Observable<TradeNews>;
  /** The best levels of the book whenever it changes. Who comes later is told the last news at once. */
  book$(symbol: string): Observable<BookNews>;
  /** The best prices whenever one of them changes. Who comes later is told the last news at once. */
  ticker$(symbol: string): Observable<TickerNews>;
}
