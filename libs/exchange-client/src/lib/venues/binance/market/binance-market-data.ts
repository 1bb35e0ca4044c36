import type {
  BookKeeping,
  BookNews,
  CandleNews,
  CandleOptions,
  Clock,
  Interval,
  MarketData,
  Rng,
  SpotInstrument,
  TickerNews,
  TradeNews,
} from '@org/domain';
import type { Observable } from 'rxjs';
import { concatMap, ReplaySubject, share } from 'rxjs';
import type { MarketList } from '../instruments/market-list.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { bookStream$ } from './book-stream.ts';
import { candleMessage, candleSequence } from './candle-sequence.ts';
import { inSequence$ } from './in-sequence.ts';
import type { SequenceSignal } from './sequence.ts';
import type { MarketStreams, StreamSignal } from './market-streams.ts';
import { textIn } from './message-json.ts';
import type { Silences } from './silences.ts';
import { tickerStream$ } from './ticker-stream.ts';
import { tradeMessageOf, tradeSequence } from './trade-sequence.ts';

export interface BinanceMarketDataOptions {
  readonly streams: MarketStreams;
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'known'>;
  readonly books: BookKeeping;
  readonly clock: Clock;
  readonly rng: Rng;
  /** The time of the market, ms UTC. */
  readonly nowMs: () => number;
  readonly silences: Silences;
  /** How many levels of a book are told a side. */
  readonly levels: number;
  /** Told of messages that mean nothing to us; they are passed over. */
  readonly onUnreadable: (stream: string, text: string) => void;
}

/** Binance's streams as the market data of domain. */
export class BinanceMarketData implements MarketData {
  readonly #options: BinanceMarketDataOptions;
  readonly #books = new Map<string, Observable<BookNews>>();
  readonly #tickers = new Map<string, Observable<TickerNews>>();

  constructor(options: BinanceMarketDataOptions) {
    this.#options = options;
  }

  /** @throws InputError `symbol-unknown` for a market that was not read */
  candles$(symbol: string, interval: Interval, { fromMs }: CandleOptions = {}): Observable<CandleNews> {
    this.#instrument(symbol);
    const { rest, nowMs, silences } = this.#options;
    const stream = `${symbol.toLowerCase()}@kline_${interval}`;
    const heard$ = this.#heard$(stream, silences.candlesMs, (text) =>
      candleMessage(text, { symbol, interval }),
    );
    const terms = { rest, symbol, interval, fromMs: fromMs ?? null, nowMs, stream };
    return inSequence$(heard$, candleSequence(terms), this.#options);
  }

  /** @throws InputError `symbol-unknown` for a market that was not read */
  trades$(symbol: string): Observable<TradeNews> {
    this.#instrument(symbol);
    const { rest, nowMs, silences } = this.#options;
    const stream = `${symbol.toLowerCase()}@aggTrade`;
    const heard$ = this.#heard$(stream, silences.tradesMs, (text) => tradeMessageOf(text, symbol));
    return inSequence$(heard$, tradeSequence({ rest, symbol, nowMs, stream }), this.#options);
  }

  /** @throws InputError `symbol-unknown` for a market that was not read */
  book$(symbol: string): Observable<BookNews> {
    this.#instrument(symbol);
    const known = this.#books.get(symbol);
    if (known !== undefined) return known;
    const { streams, books, nowMs, silences, levels, onUnreadable } = this.#options;
    const stream = `${symbol.toLowerCase()}@depth@100ms`;
    const book$ = bookStream$(streams.signals$(stream, silences.bookMs), {
      ...{ symbol, stream, books, levels, nowMs },
      instrument: () => this.#instrument(symbol),
      onUnreadable: (text) => onUnreadable(stream, text),
    }).pipe(withLastNews());
    this.#books.set(symbol, book$);
    return book$;
  }

  /** @throws InputError `symbol-unknown` for a market that was not read */
  ticker$(symbol: string): Observable<TickerNews> {
    this.#instrument(symbol);
    const known = this.#tickers.get(symbol);
    if (known !== undefined) return known;
    const { streams, nowMs, silences, onUnreadable } = this.#options;
    const stream = `${symbol.toLowerCase()}@bookTicker`;
    const ticker$ = tickerStream$(streams.signals$(stream, silences.tickerMs), {
      ...{ symbol, stream, nowMs },
      onUnreadable: (text) => onUnreadable(stream, text),
    }).pipe(withLastNews());
    this.#tickers.set(symbol, ticker$);
    return ticker$;
  }

  /** The messages of a stream that can be read. */
  #heard$<Item>(
    stream: string,
    mostSilenceMs: number,
    read: (text: string) => Item | null,
  ): Observable<SequenceSignal<Item>> {
    const { streams, onUnreadable } = this.#options;
    return streams.signals$(stream, mostSilenceMs).pipe(
      concatMap((signal: StreamSignal): readonly SequenceSignal<Item>[] => {
        if (signal.kind !== 'data') return [{ kind: signal.kind }];
        const text = textIn(signal.bytes, signal.start, signal.end);
        const item = read(text);
        if (item !== null) return [{ kind: 'item', item }];
        onUnreadable(stream, text);
        return [];
      }),
    );
  }

  #instrument(symbol: string): SpotInstrument {
    return this.#options.markets.known(symbol).instrument;
  }
}

/** One for all who listen; who comes later is told what was told last. */
function withLastNews<News>() {
  return share<News>({ connector: () => new ReplaySubject(1), resetOnRefCountZero: true });
}
