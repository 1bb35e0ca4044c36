import { ManualClock } from '@org/domain/testing';
import type { LocalBinance, LocalBinanceOptions, SeenRequest } from '@org/local-binance';
import { BUILT_IN_SYMBOLS, startLocalBinance } from '@org/local-binance';
import type { Binance } from '../src/lib/venues/binance/connect-binance.ts';
import { connectBinance } from '../src/lib/venues/binance/connect-binance.ts';
import type {
  BinanceStreams,
  MarketDataOptions,
} from '../src/lib/venues/binance/market/connect-market-data.ts';
import { connectMarketData } from '../src/lib/venues/binance/market/connect-market-data.ts';
import type { StreamNotice } from '../src/lib/venues/binance/streams/stream-feed.ts';
import { HastyClock } from './hasty-clock.ts';
import { plainBooks } from './plain-books.ts';
import { promptClock } from './prompt-clock.ts';

/** Streams of an exchange on this machine, whose market moves only by `exchange.advance`. */
export interface LocalStreams {
  readonly exchange: LocalBinance;
  readonly binance: Binance;
  readonly market: BinanceStreams;
  readonly notices: readonly StreamNotice[];
  /** Every request that has reached the exchange. */
  readonly requests: readonly SeenRequest['request'][];
  /** How many of them were for a path. */
  asked(path: string): number;
  close(): Promise<void>;
}

export interface LocalStreamsOptions {
  readonly exchange?: LocalBinanceOptions;
  readonly market?: Partial<MarketDataOptions>;
  /** Whether streams are timed as usual, and not by the market's own time. */
  readonly isTimedAsUsual?: boolean;
}

/** The market is moved in leaps, in which nobody can be heard. */
const NEVER = { candlesMs: Infinity, tradesMs: Infinity, bookMs: Infinity, tickerMs: Infinity };

/** A full minute, 2023-11-14T22:14 UTC: the time at which a market is handed over. */
export const STREAMS_START_MS = 1_700_000_040_000;

/** Ten minutes. */
const WARM_UP_MS = 600_000;

/** A market that has run for ten minutes, and a client that has read its rules. */
export async function openLocalStreams(options: LocalStreamsOptions = {}): Promise<LocalStreams> {
  const requests: SeenRequest['request'][] = [];
  const exchange = await startLocalBinance({
    ...{ speed: 0, seed: 7, clock: new ManualClock(STREAMS_START_MS), warmUpMs: WARM_UP_MS },
    symbols: BUILT_IN_SYMBOLS.filter(({ symbol }) => symbol === 'BTCUSDT'),
    interfere: (seen) => {
      requests.push(seen.request);
      return exchange.faults.interfere(seen);
    },
    ...options.exchange,
  });
  const binance = connectBinance({
    ...{ origin: exchange.restUrl, signer: null, clock: new HastyClock() },
    guard: { retries: 0, failuresToOpen: 1000 },
  });
  await binance.markets.read();
  const notices: StreamNotice[] = [];
  const market = connectMarketData({
    ...{ binance, url: exchange.streamUrl, clock: promptClock, rng: { uniform: () => 0, normal: () => 0 } },
    books: plainBooks,
    ...(options.isTimedAsUsual === true ? {} : { marketClock: exchange.world.marketTime, silences: NEVER }),
    onNotice: (notice) => notices.push(notice),
    ...options.market,
  });
  return {
    ...{ exchange, binance, market, notices, requests },
    asked: (path) => requests.filter((request) => request.path === path).length,
    close: async () => {
      market.close();
      await binance.close();
      await exchange.close();
    },
  };
}
