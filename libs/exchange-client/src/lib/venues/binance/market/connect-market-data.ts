import type { Clock, MarketData, OpenBookKeeping, Rng } from '@org/domain';
import type { Pace } from '../../../sockets/pace.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import { steadyClock } from '../../../sockets/steady-clock.ts';
import { openWebSocket } from '../../../sockets/ws-socket.ts';
import type { Binance } from '../connect-binance.ts';
import { BookSnapshots } from '../depth/book-snapshots.ts';
import type { StreamNotice } from '../streams/stream-feed.ts';
import { BinanceMarketData } from './binance-market-data.ts';
import { MarketStreams } from './market-streams.ts';
import type { Silences } from './silences.ts';
import { DEFAULT_SILENCES } from './silences.ts';

export interface MarketDataOptions {
  /** What was missed is asked for over this client, within its budget. Its markets must have been read. */
  readonly binance: Pick<Binance, 'rest' | 'markets' | 'time' | 'ledger'> &
    Partial<Pick<Binance, 'attempts'>>;
  /** `wss://stream.binance.com:9443`, or an exchange on this machine. */
  readonly url: string;
  readonly clock: Clock;
  readonly rng: Rng;
  /** Who keeps the books: market-data's `localBooks`. */
  readonly books: OpenBookKeeping;
  /** The market's own time, where it does not run in real time. Default: the exchange's. */
  readonly marketClock?: Clock;
  /** Default: a WebSocket of Node. */
  readonly open?: OpenSocket;
  /** Of all connections from this address. Default: the client's, which hears the account by it. */
  readonly attempts?: Pace;
  /** How long streams may be silent, where it is not the default. */
  readonly silences?: Partial<Silences>;
  /** How many levels of a book are told a side. Default 20. */
  readonly levels?: number;
  /** How many levels a side a snapshot has: 1,000 weigh 50, and 5,000, the most, 250. Default 1,000. */
  readonly snapshotLevels?: number;
  /** Told of everything that happens to connections, for logs and metrics. */
  readonly onNotice?: (notice: StreamNotice) => void;
}

/** Market data as it happens, until it is closed. */
export interface BinanceStreams extends MarketData {
  close(): void;
}

/**
 * Connects to the streams of the exchange; nothing is opened before somebody subscribes.
 *
 * Connections are timed by a clock that never steps, so that a wall clock that does neither ends a good one nor keeps a
 * dead one.
 */
export function connectMarketData(options: MarketDataOptions): BinanceStreams {
  const { binance, url, clock, rng, levels = 20, snapshotLevels, marketClock } = options;
  const { rest, markets, time, ledger } = binance;
  const steady = steadyClock(time, clock);
  const { open = openWebSocket, attempts = binance.attempts, onNotice = () => undefined } = options;
  const streams = new MarketStreams({
    ...{ url, open, rng, onNotice, clock: steady },
    silenceMs: () => Math.max(0, ledger.silentUntilMs() - ledger.nowMs()),
    ...(marketClock === undefined ? {} : { marketClock }),
    ...(attempts === undefined ? {} : { attempts }),
  });
  const source = new BookSnapshots({
    ...{ rest, markets },
    ...(snapshotLevels === undefined ? {} : { levels: snapshotLevels }),
  });
  const books = options.books(source);
  const data = new BinanceMarketData({
    ...{ streams, rest, markets, books, rng, levels, clock: steady },
    nowMs: marketClock === undefined ? () => time.nowMs() : () => marketClock.now(),
    silences: { ...DEFAULT_SILENCES, ...options.silences },
    onUnreadable: (_stream, text) => onNotice({ kind: 'unreadable', text }),
  });
  return {
    candles$: (symbol, interval, from) => data.candles$(symbol, interval, from),
    trades$: (symbol) => data.trades$(symbol),
    book$: (symbol) => data.book$(symbol),
    ticker$: (symbol) => data.ticker$(symbol),
    close: () => {
      books.close();
      streams.close();
    },
  };
}
